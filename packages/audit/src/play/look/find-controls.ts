import type { ElementHandle, Frame, Page } from 'playwright-core'
import type { Act } from '../../seen.ts'
import { within } from '../../watch/within.ts'
import { actOf, isAboutConsent } from '../labels/act-of.ts'
import { type FoundControl, type FoundInFrame, type FoundLayer, readFrame } from './read-frame.ts'

/** A part of a page that can be a banner or a layer of settings. */
export interface Layer extends Omit<FoundLayer, 'parent'> {
  readonly frame: Frame
  readonly parent: Layer | undefined
}

/** A visible control of a page. */
export interface Control extends Omit<FoundControl, 'layer'> {
  readonly act: Act | undefined
  readonly frame: Frame
  readonly layer: Layer
  element(): Promise<ElementHandle<HTMLElement>>
}

interface SwitchControl {
  readonly layer: Layer
  /**
   * Turns a switch off, or chooses a radio button if its label refuses. Returns whether that took a
   * click.
   */
  turnOff(): Promise<boolean>
}

/** What one look at a page and its frames has found. */
export interface PageLook {
  /** Whether the main frame has answered, which it does not while the visitor leaves the page. */
  readonly isWhole: boolean
  readonly layers: readonly Layer[]
  readonly controls: readonly Control[]
  readonly switches: readonly SwitchControl[]
}

/** How long one look at a page and all its frames may take, in milliseconds. */
const PATIENCE = 4000

/** Matches labels of radio buttons that refuse, besides those that `actOf` knows. */
const OFF = /^(no|off|아니요|끄기|いいえ|オフ|aus|deaktiviert|désactivé)$/i

/** Says whether the element of a frame is a layer or lies in one, see `isLayer`. */
const isFrameInLayer = async (frame: Frame): Promise<boolean> => {
  const element = await frame.frameElement()
  return element.evaluate(one => {
    let node: Node | null = one
    for (; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
      if (node instanceof Element && window.consentAudit?.isLayer(node)) return true
    return false
  })
}

const lookInto = async (frame: Frame): Promise<Omit<PageLook, 'isWhole'>> => {
  const found: FoundInFrame = JSON.parse(await frame.evaluate(readFrame))
  const layers: Layer[] = []
  // The list is in the order of the document, so that each layer comes after the one around it.
  for (const { parent, ...rest } of found.layers)
    layers.push({ ...rest, frame, parent: parent === undefined ? undefined : layers[parent] })
  const [whole] = layers
  if (!whole) throw new Error('The frame has no document.')
  if (frame.parentFrame() && found.controls.some(({ words }) => actOf(words)))
    whole.isLayer = await isFrameInLayer(frame)
  const elementOf = async (id: number) => {
    const handle = await frame.evaluateHandle(
      one => window.consentAudit?.elements.get(one)?.deref(),
      id,
    )
    const element = handle.asElement()
    if (!element) throw new Error('The control is gone.')
    return element as ElementHandle<HTMLElement>
  }
  const controls = found.controls.map(one => ({
    ...{ ...one, frame, layer: layers[one.layer] ?? whole },
    act: actOf(one.words) ?? actOf(one.label),
    element: () => elementOf(one.id),
  }))
  const switches = found.switches.map(({ id, layer, choice }) => ({
    layer: layers[layer] ?? whole,
    turnOff: async () => {
      if (choice !== undefined && actOf(choice) !== 'refuse' && !OFF.test(choice)) return false
      const element = await elementOf(id)
      return element.evaluate((one, isRadio) => {
        const state = one instanceof HTMLInputElement ? one.checked : one.ariaChecked === 'true'
        if (state !== isRadio) one.click()
        return state !== isRadio
      }, choice !== undefined)
    },
  }))
  return { layers, controls, switches }
}

/**
 * Looks at a page and its frames once. Leaves out the frames that have not answered after
 * `PATIENCE`.
 */
export const lookAt = async (page: Page): Promise<PageLook> => {
  const main = page.mainFrame()
  const seen = new Map<Frame, Omit<PageLook, 'isWhole'>>()
  const looks = page.frames().map(async frame => {
    seen.set(frame, await lookInto(frame))
  })
  await within(PATIENCE, Promise.allSettled(looks))
  const all = [...seen.values()]
  return {
    isWhole: seen.has(main),
    layers: all.flatMap(({ layers }) => layers),
    controls: all.flatMap(({ controls }) => controls),
    switches: all.flatMap(({ switches }) => switches),
  }
}

/** Returns a layer and all layers around it, from the inside out. */
export const layersAround = (layer: Layer): Layer[] =>
  layer.parent ? [layer, ...layersAround(layer.parent)] : [layer]

/**
 * Says whether a part of a page speaks of consent, and contains neither the page's main part nor a
 * field for text.
 */
export const speaksOfConsent = ({ text, isPage, hasField }: Layer): boolean =>
  !isPage && !hasField && isAboutConsent(text)
