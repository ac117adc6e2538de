import type { SeenAnswer } from '../seen.ts'
import { chooseAccept } from './choose-accept.ts'
import { press } from './click.ts'
import type { Banner } from './find-banner.ts'
import { lookAt } from './find-controls.ts'
import { lookUntil } from './look-until.ts'
import { answerOurs, hasOurBanner } from './our-banner.ts'
import { controlFor, controlsIn } from './scope.ts'
import { findSelected, isSelectedVisible } from './selected.ts'
import { type Done, isClosed, refuseIn } from './settings-layer.ts'
import { stopPhase } from './stop-phase.ts'
import type { Visit } from './visit.ts'

/** An answer that the visitor has given. */
export interface Given {
  /**
   * The time of the click, in milliseconds since 1970. If autoconsent answers without a click, the
   * time at which it begins.
   */
  readonly time: number
  /**
   * The number of clicks and the size of the control. Missing if autoconsent has answered by a call
   * of the banner's own script, without a click.
   */
  readonly answer?: SeenAnswer | undefined
  /** Whether the last control was one that saves. Such an answer counts, whatever stays open. */
  readonly isSaved?: boolean | undefined
}

/** How long our banner may take to close, in milliseconds. */
const CLOSING = { limit: 2000, interval: 200 }

/** Returns an answer from a click and the number of clicks. */
export const given = ({ time, width, height, steps, isSaved }: Done): Given => ({
  ...{ time, isSaved },
  answer: { steps, width, height },
})

/** Answers by the selectors of the options. Returns `undefined` if they name nothing for `act`. */
const answerBySelectors = async (
  visit: Visit,
  { scope }: Banner,
  act: 'accept' | 'refuse',
): Promise<Given | undefined> => {
  const opener = act === 'refuse' ? await findSelected(visit, 'settings') : undefined
  if (opener) {
    await press(visit, opener, 'settings')
    const target = await findSelected(visit, 'refuse')
    if (target) return given({ ...(await press(visit, target, act)), steps: 2 })
    const done = await refuseIn(visit, scope, 1)
    return done && given(done)
  }
  const target = await findSelected(visit, act)
  return target && given({ ...(await press(visit, target, act)), steps: 1 })
}

const acceptByWords = async (visit: Visit, { scope }: Banner): Promise<Given | undefined> => {
  const control = chooseAccept(controlsIn(scope, await lookAt(visit.page)))
  if (control === 'unclear') throw stopPhase('unclear')
  return control && given({ ...(await press(visit, control, 'accept')), steps: 1 })
}

/**
 * Refuses by words, in the banner or behind the banner's own control of settings. Ends the phase as
 * not understood, and not as a banner without a refusal, if the banner has settings in which the
 * audit found no refusal.
 */
const refuseByWords = async (visit: Visit, { scope }: Banner): Promise<Given | undefined> => {
  const settings = controlFor(controlsIn(scope, await lookAt(visit.page)), 'settings')
  const done = await refuseIn(visit, scope, 0)
  if (done) return given(done)
  if (!settings) return undefined
  throw stopPhase('unclear', `The audit found no refusal behind “${settings.words}”.`)
}

/** Gives an answer in a banner. Returns `undefined` if the banner has no control for `act`. */
export const answerBanner = async (
  visit: Visit,
  banner: Banner,
  act: 'accept' | 'refuse',
): Promise<Given | undefined> => {
  const selected = await answerBySelectors(visit, banner, act)
  if (selected) return selected
  if (banner.kind === 'ours') {
    const done = await answerOurs(visit, act)
    return done && given({ ...done, steps: 1 })
  }
  if (banner.kind === 'rule') {
    const controls = controlsIn(banner.scope, await lookAt(visit.page))
    const isReadable = controlFor(controls, 'refuse') ?? controlFor(controls, 'settings')
    // By words the audit refuses as a visitor does, and sees how many clicks that takes. A rule can
    // refuse by a call of the vendor's script.
    const refused =
      act === 'refuse' && isReadable ? await refuseIn(visit, banner.scope, 0) : undefined
    if (refused) return given(refused)
    const done = await banner.rule.answer(visit, act, banner.scope)
    if (done) return done
  }
  return act === 'accept' ? acceptByWords(visit, banner) : refuseByWords(visit, banner)
}

/** Waits up to two seconds for the banner to close. Returns whether the banner has closed. */
export const hasClosed = async (visit: Visit, { kind, scope }: Banner): Promise<boolean> => {
  const { page } = visit
  if (kind === 'words' || kind === 'rule') return isClosed(visit, scope)
  const isOpen = () => (kind === 'ours' ? hasOurBanner(page) : isSelectedVisible(visit, 'accept'))
  return lookUntil(
    page,
    CLOSING,
    async () => !(await isOpen()),
    is => is,
  )
}
