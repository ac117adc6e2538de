import { expect } from 'vitest'
import { PHASES, type PhaseName } from '../../src/seen.ts'
import { type Flaw, type Language, siteWith, type Vendor } from './banners/vendor.ts'
import { failuresOf, verdictOn } from './play.ts'

/** The phase that shows a flaw, and what the audit reports of the tests' tag. */
const REPORTED: Record<Flaw, { readonly phase: PhaseName; readonly failures: readonly string[] }> =
  {
    early: {
      phase: 'no-choice',
      failures: [
        'no-contact-before-choice: Microsoft Clarity',
        'nothing-stored-before-choice: _ga',
      ],
    },
    'second-layer': { phase: 'refuse', failures: ['refusal-as-easy: steps'] },
    'goes-on': { phase: 'withdraw', failures: ['no-contact-after-withdrawal: Microsoft Clarity'] },
    'cookie-left': { phase: 'withdraw', failures: ['nothing-stored-after-withdrawal: _ga_OWN1'] },
  }

/** Expects that the audit plays all phases of a page that behaves, and reports nothing. */
export const expectGood = async (vendor: Vendor, language: Language): Promise<void> => {
  const verdict = await verdictOn(siteWith(vendor, language))
  const played = verdict.seen.pages[0]?.phases.map(({ name, notPlayed, detail }) => [
    name,
    notPlayed,
    detail,
  ])
  expect(played).toEqual(PHASES.map(name => [name, undefined, undefined]))
  expect(failuresOf(verdict)).toEqual([])
  expect(verdict.outcome).toBe('holds')
}

/** Expects that the audit reports the flaw of a vendor's page, and nothing else. */
export const expectReported = async (
  vendor: Vendor,
  language: Language,
  flaw: Flaw,
): Promise<void> => {
  const { phase, failures } = REPORTED[flaw]
  const verdict = await verdictOn(siteWith(vendor, language, flaw), { phases: [phase] })
  // The controls of two layers differ in size, too.
  const isSize = (one: string) => flaw === 'second-layer' && one === 'refusal-as-easy: size'
  const found = failuresOf(verdict).filter(one => !isSize(one))
  const [first = ''] = failures
  if (!vendor.unread?.includes(flaw)) expect(found).toContain(first)
  // Some banners delete the cookie of an early tag before anybody sees it.
  expect(found.filter(one => !failures.includes(one))).toEqual([])
  expect(verdict.outcome).not.toBe('holds')
}
