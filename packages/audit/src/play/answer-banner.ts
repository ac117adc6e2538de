import type { SeenAnswer } from '../seen.ts'
import { type Click, click } from './click.ts'
import { type Banner, controlFor } from './find-banner.ts'
import { type Control, findControls, inBanner } from './find-controls.ts'
import { lookUntil } from './look-until.ts'
import { answerOurs, hasOurBanner } from './our-banner.ts'
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
}

/** How long a dialog may take to open or to close, in milliseconds. */
const OPENING = { limit: 2000, interval: 200 }

const clickControl = async ({ frame, element }: Control): Promise<Click> =>
  click(frame, await element())

/** Turns off every switch in the dialog or form around a control, or else in the page. */
const turnOff = async (control: Control): Promise<void> => {
  await (await control.element()).evaluate(button => {
    const root = button.closest('dialog, [role=dialog], [aria-modal=true], form, body') ?? button
    for (const input of root.querySelectorAll<HTMLInputElement>('input[type=checkbox]:enabled'))
      if (input.checked) input.click()
    for (const one of root.querySelectorAll<HTMLElement>('[role=switch][aria-checked=true]'))
      one.click()
  })
}

const given = ({ time, width, height }: Click, steps: number): Given => ({
  time,
  answer: { steps, width, height },
})

/**
 * Refuses in an open dialog of settings: clicks a control that refuses; if there is none, turns all
 * switches off and saves. Returns `undefined` if neither is possible.
 *
 * @param steps Number of clicks that were needed to open the dialog.
 */
export const refuseInSettings = async (visit: Visit, steps: number): Promise<Given | undefined> => {
  const controls = await lookUntil(
    visit.page,
    OPENING,
    () => findControls(visit.page),
    seen => controlFor(seen, 'refuse') !== undefined,
  )
  const control = controlFor(controls, 'refuse')
  if (control) return given(await clickControl(control), steps + 1)
  const save = inBanner(controls).find(({ act }) => act === 'save')
  if (!save) return undefined
  await turnOff(save)
  return given(await clickControl(save), steps + 1)
}

const answerByWords = async (
  visit: Visit,
  act: 'accept' | 'refuse',
): Promise<Given | undefined> => {
  const controls = await findControls(visit.page)
  const control = controlFor(controls, act)
  if (control) return given(await clickControl(control), 1)
  const settings = act === 'refuse' ? controlFor(controls, 'settings') : undefined
  if (!settings) return undefined
  await clickControl(settings)
  return refuseInSettings(visit, 1)
}

/** Gives an answer in a banner. Returns `undefined` if the banner has no control for `act`. */
export const answerBanner = async (
  visit: Visit,
  banner: Banner,
  act: 'accept' | 'refuse',
): Promise<Given | undefined> => {
  if (banner.kind === 'ours') {
    const done = await answerOurs(visit.page, act)
    return done && given(done, 1)
  }
  if (banner.kind === 'rule') {
    const before = Date.now()
    const clicks = await banner.rule.answer(act)
    const last = clicks.at(-1)
    if (last) return given(last, clicks.length)
    // A rule of autoconsent can answer without a click, by calling a function of the vendor's
    // script.
    if (!controlFor(await findControls(visit.page), 'accept')) return { time: before }
  }
  return answerByWords(visit, act)
}

/** Waits up to two seconds for the banner to close. Returns whether the banner has closed. */
export const isClosed = ({ page }: Visit, { kind }: Banner): Promise<boolean> => {
  const isGone = async () =>
    kind === 'ours'
      ? !(await hasOurBanner(page))
      : controlFor(await findControls(page), 'accept') === undefined
  return lookUntil(page, OPENING, isGone, is => is)
}
