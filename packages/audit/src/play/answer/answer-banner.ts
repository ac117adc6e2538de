import type { FoundBanner } from '../look/find-banner.ts'
import { lookAt } from '../look/find-controls.ts'
import { findSelected, isSelectedVisible } from '../look/find-selected.ts'
import { lookUntil } from '../look/look-until.ts'
import { controlFor, controlsIn } from '../look/scope.ts'
import { stopPhase } from '../stop-phase.ts'
import type { PhaseVisit } from '../visit.ts'
import { chooseAccept } from './choose-accept.ts'
import { answerOurs, hasOurBanner } from './our-banner.ts'
import { type GivenAnswer, press } from './press.ts'
import { isClosed, refuseIn } from './settings-layer.ts'

/** How long the SDK's banner, or one known by selectors, may take to close, in milliseconds. */
const CLOSING = 2000

/**
 * Answers a banner by the options' selectors. Returns `undefined` if no selector leads to an
 * answer, and ends the phase if a selector matches nothing visible.
 */
const answerBySelectors = async (
  visit: PhaseVisit,
  { scope }: FoundBanner,
  act: 'accept' | 'refuse',
): Promise<GivenAnswer | undefined> => {
  const opener = act === 'refuse' ? await findSelected(visit, 'settings') : undefined
  if (opener) await press(visit, opener, 'settings')
  const target = await findSelected(visit, act)
  if (target) return press(visit, target, act, opener ? 2 : 1)
  return opener && refuseIn(visit, scope, 1)
}

const acceptByWords = async (
  visit: PhaseVisit,
  { scope }: FoundBanner,
): Promise<GivenAnswer | undefined> => {
  const control = chooseAccept(controlsIn(scope, await lookAt(visit.page)))
  if (control === 'unclear') throw stopPhase('unclear')
  return control && press(visit, control, 'accept')
}

/**
 * Refuses by the words of controls, in the banner or in settings behind it. Ends the phase with the
 * reason `unclear`, not `no-refuse`, if the banner has a control for settings but the audit finds
 * no refusal.
 */
const refuseByWords = async (
  visit: PhaseVisit,
  { scope }: FoundBanner,
): Promise<GivenAnswer | undefined> => {
  const settings = controlFor(controlsIn(scope, await lookAt(visit.page)), 'settings')
  const given = await refuseIn(visit, scope, 0)
  if (given || !settings) return given
  throw stopPhase('unclear', `The audit found no refusal behind “${settings.words}”.`)
}

/** Answers a banner. If the audit finds no way to answer, returns `undefined` or ends the phase. */
export const answerBanner = async (
  visit: PhaseVisit,
  banner: FoundBanner,
  act: 'accept' | 'refuse',
): Promise<GivenAnswer | undefined> => {
  const { kind, scope, rule } = banner
  const selected = await answerBySelectors(visit, banner, act)
  if (selected) return selected
  if (kind === 'ours') return answerOurs(visit, act)
  if (rule) {
    const controls = controlsIn(scope, await lookAt(visit.page))
    const isReadable = controlFor(controls, 'refuse') ?? controlFor(controls, 'settings')
    // By words the audit refuses as a visitor does, and sees how many clicks that takes. A rule can
    // refuse by a call of the vendor's script.
    const refused = act === 'refuse' && isReadable ? await refuseIn(visit, scope, 0) : undefined
    const given = refused ?? (await rule.answer(visit, act, scope))
    if (given) return given
  }
  return act === 'accept' ? acceptByWords(visit, banner) : refuseByWords(visit, banner)
}

/** Checks for up to two seconds whether the banner closes. Returns whether it has closed. */
export const hasClosed = async (
  visit: PhaseVisit,
  { kind, scope }: FoundBanner,
): Promise<boolean> => {
  const { page } = visit
  if (kind === 'words' || kind === 'rule') return isClosed(visit, scope)
  const isOpen = () => (kind === 'ours' ? hasOurBanner(page) : isSelectedVisible(visit, 'accept'))
  return !(await lookUntil(page, CLOSING, isOpen, is => !is))
}
