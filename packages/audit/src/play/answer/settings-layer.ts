import { actOf, closes } from '../labels/act-of.ts'
import { type Control, lookAt } from '../look/find-controls.ts'
import { findSelected } from '../look/find-selected.ts'
import { lookUntil } from '../look/look-until.ts'
import { controlFor, controlsIn, isInScope, rootOf, type Scope } from '../look/scope.ts'
import type { PhaseVisit } from '../visit.ts'
import { type GivenAnswer, press, type Target } from './press.ts'

/** How long a layer may take to open or to close, in milliseconds. */
const OPENING = 2000

/** The most layers of settings that the audit opens, one behind the other, from a banner. */
const DEPTH = 2

const closesLayer = ({ words, label }: Control) => closes(words) || closes(label)

const lookIn = async ({ page }: PhaseVisit, scope: Scope) => {
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
 * accepts, refuses or saves any more. Checks for up to two seconds.
 */
export const isClosed = async (visit: PhaseVisit, scope: Scope): Promise<boolean> => {
  const isShut = ({ isWhole, controls }: Awaited<ReturnType<typeof lookIn>>) =>
    isWhole && !controls.some(({ act }) => act === 'accept' || act === 'refuse' || act === 'save')
  return isShut(await lookUntil(visit.page, OPENING, () => lookIn(visit, scope), isShut))
}

const saveBy = async (visit: PhaseVisit, target: Target, steps: number): Promise<GivenAnswer> => ({
  ...(await press(visit, target, 'save', steps)),
  isSaved: true,
})

/**
 * Presses a control that closes settings, for settings that act when they close. If something is
 * then still open, presses a control that saves, which some banners have in their first layer.
 */
const closeBy = async (
  visit: PhaseVisit,
  scope: Scope,
  target: Target,
  steps: number,
): Promise<GivenAnswer> => {
  const closed = await press(visit, target, 'save', steps)
  if (await isClosed(visit, scope)) return closed
  const save = controlFor((await lookIn(visit, scope)).controls, 'save')
  return save ? saveBy(visit, save, steps + 1) : closed
}

/**
 * Presses a control that refuses. In settings, not in the banner, then saves the layer of the
 * control if the layer is still open, or closes it if none of its controls saves: many layers only
 * turn their switches off at a refusal, and some act when they close. Returns the last click.
 *
 * @param steps Number of clicks with this one.
 */
const refuseBy = async (
  visit: PhaseVisit,
  scope: Scope,
  refuse: Control,
  steps: number,
): Promise<GivenAnswer> => {
  const refused = await press(visit, refuse, 'refuse', steps)
  if (steps === 1 || (await isClosed(visit, scope))) return refused
  const root = rootOf(scope, refuse.layer)
  const { controls } = await lookIn(visit, scope)
  const same = controls.filter(({ layer }) => rootOf(scope, layer)?.id === root?.id)
  const save = controlFor(same, 'save')
  if (save) return saveBy(visit, save, steps + 1)
  const close = same.find(closesLayer)
  return close ? closeBy(visit, scope, close, steps + 1) : refused
}

/**
 * Refuses in a banner or in an open layer of settings: presses a control that refuses; if there is
 * none, turns the switches off and saves, or closes the settings; if this is not possible either,
 * opens the settings behind it. Returns `undefined` if neither this layer nor one opened behind it,
 * at most two layers behind the banner, has a way to refuse.
 *
 * @param before Number of clicks that were needed to open the layer; 0 in the banner.
 */
export const refuseIn = async (
  visit: PhaseVisit,
  scope: Scope,
  before: number,
): Promise<GivenAnswer | undefined> => {
  const { controls, switches } = await lookUntil(
    visit.page,
    before ? OPENING : 0,
    () => lookIn(visit, scope),
    seen => controlFor(seen.controls, 'refuse') !== undefined,
  )
  const steps = before + 1
  const refuse = controlFor(controls, 'refuse')
  if (refuse) return refuseBy(visit, scope, refuse, steps)
  const save = (await findSelected(visit, 'save')) ?? controlFor(controls, 'save')
  const close = before ? controls.find(closesLayer) : undefined
  if (switches.length && (save || close)) {
    let clicks = steps
    for (const one of switches) if (await one.turnOff().catch(() => false)) clicks += 1
    if (save) return saveBy(visit, save, clicks)
    if (close) return closeBy(visit, scope, close, clicks)
  }
  const deeper = before < DEPTH ? controlFor(controls, 'settings') : undefined
  if (!deeper) return undefined
  await press(visit, deeper, 'settings')
  return refuseIn(visit, scope, steps)
}
