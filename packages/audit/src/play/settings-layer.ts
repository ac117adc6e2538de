import { type Click, press, type Target } from './click.ts'
import { type Control, lookAt } from './find-controls.ts'
import { lookUntil } from './look-until.ts'
import { controlFor, controlsIn, isInScope, rootOf, type Scope } from './scope.ts'
import { findSelected } from './selected.ts'
import type { Visit } from './visit.ts'
import { actOf, closes } from './words.ts'

/** An answer that was given, and the number of clicks that it needed. */
export interface Done extends Click {
  readonly steps: number
  /** Whether the last control saves, or closes settings that act when they close. */
  readonly isSaved?: boolean
}

/** How long a layer may take to open or to close, in milliseconds. */
const OPENING = { limit: 2000, interval: 200 }

/** One look, for a layer that is open already. */
const NOW = { limit: 0, interval: 0 }

/** The largest number of layers behind the banner. */
const DEPTH = 2

const closesLayer = ({ words, label }: Control) => closes(words) || closes(label)

const look = async ({ page }: Visit, scope: Scope) => {
  const seen = await lookAt(page)
  const controls = controlsIn(scope, seen).map(control => {
    const isInBanner = scope.roots.has(rootOf(scope, control.layer)?.id ?? 0)
    const { words, label } = control
    // A word such as OK accepts in a banner, and saves in settings.
    return isInBanner
      ? control
      : { ...control, act: actOf(words, 'settings') ?? actOf(label, 'settings') }
  })
  return {
    ...{ isWhole: seen.isWhole, controls },
    switches: seen.switches.filter(({ layer }) => isInScope(scope, layer)),
  }
}

/**
 * Says whether the banner and everything that was opened from it are closed: no control in them
 * answers any more. Waits up to two seconds.
 */
export const isClosed = async (visit: Visit, scope: Scope): Promise<boolean> => {
  const answers = (acts: readonly (string | undefined)[]) =>
    acts.some(act => act === 'accept' || act === 'refuse' || act === 'save')
  const last = await lookUntil(
    visit.page,
    OPENING,
    () => look(visit, scope),
    ({ isWhole, controls }) => isWhole && !answers(controls.map(({ act }) => act)),
  )
  return last.isWhole && !answers(last.controls.map(({ act }) => act))
}

/** Presses a control that saves. */
const saveBy = async (visit: Visit, target: Target, steps: number): Promise<Done> => ({
  ...(await press(visit, target, 'save')),
  ...{ steps: steps + 1, isSaved: true },
})

/**
 * Presses a control that closes settings, for settings that act when they close. Saves what is
 * still open then: some banners leave it to a control of their first layer to save.
 */
const closeBy = async (
  visit: Visit,
  scope: Scope,
  target: Target,
  steps: number,
): Promise<Done> => {
  const closed = { ...(await press(visit, target, 'save')), steps: steps + 1 }
  if (await isClosed(visit, scope)) return closed
  const save = controlFor((await look(visit, scope)).controls, 'save')
  return save ? saveBy(visit, save, steps + 1) : closed
}

/**
 * Presses a control that refuses. Then saves the layer of the control if the layer is still open,
 * or closes it if it has nothing to save: many layers only flip their switches when the visitor
 * refuses, and some act when they close. The last click counts.
 *
 * @param steps Number of clicks until now.
 */
const refuseBy = async (
  visit: Visit,
  scope: Scope,
  refuse: Control,
  steps: number,
): Promise<Done> => {
  const refused = { ...(await press(visit, refuse, 'refuse')), steps: steps + 1 }
  if (steps === 0 || (await isClosed(visit, scope))) return refused
  const root = rootOf(scope, refuse.layer)
  const { controls } = await look(visit, scope)
  const same = controls.filter(({ layer }) => rootOf(scope, layer)?.id === root?.id)
  const save = controlFor(same, 'save')
  if (save) return saveBy(visit, save, steps + 1)
  const close = same.find(closesLayer)
  return close ? closeBy(visit, scope, close, steps + 1) : refused
}

/**
 * Refuses in a banner or in an open layer of settings: presses a control that refuses; if there is
 * none, turns all switches off and saves, or closes the settings; if this is not possible either,
 * opens the settings behind it. Returns `undefined` if nothing of this is possible.
 *
 * @param steps Number of clicks that were needed to open the layer; 0 in the banner.
 */
export const refuseIn = async (
  visit: Visit,
  scope: Scope,
  steps: number,
): Promise<Done | undefined> => {
  const { controls, switches } = await lookUntil(
    visit.page,
    steps ? OPENING : NOW,
    () => look(visit, scope),
    seen => controlFor(seen.controls, 'refuse') !== undefined,
  )
  const refuse = controlFor(controls, 'refuse')
  if (refuse) return refuseBy(visit, scope, refuse, steps)
  const save = (await findSelected(visit, 'save')) ?? controlFor(controls, 'save')
  const close = steps ? controls.find(closesLayer) : undefined
  if (switches.length && (save || close)) {
    for (const one of switches) await one.turnOff().catch(() => {})
    if (save) return saveBy(visit, save, steps)
    if (close) return closeBy(visit, scope, close, steps)
  }
  const deeper = steps < DEPTH ? controlFor(controls, 'settings') : undefined
  if (!deeper) return undefined
  await press(visit, deeper, 'settings')
  return refuseIn(visit, scope, steps + 1)
}
