import '../page/page-memory.ts'

/** A part of a frame's document that can be a banner or a layer of settings. */
export interface FoundLayer {
  /** A number that is the same for the same element in each look. */
  readonly id: number
  /** The index of the layer around this one in the list of layers; missing for the document. */
  readonly parent: number | undefined
  /** Whether the part is a dialog, region, fixed or sticky layer, shadow host, or frame in one. */
  isLayer: boolean
  /** Whether the part holds the main part of a page, so that it is a page and no banner. */
  isPage: boolean
  /** Whether the part is there, but `visibility` hides the part and all in it. */
  isHidden: boolean
  /** Whether the part has a field for text, such as the address field of a newsletter. */
  hasField: boolean
  /** The first 3000 characters of the visible text; empty if the part has no control or switch. */
  text: string
}

export interface FoundControl {
  readonly id: number
  /** The index of the nearest layer in the list of layers. */
  readonly layer: number
  readonly words: string
  /**
   * The first of these that the control has: `aria-label`, the attribute `title`, the `alt` of an
   * image in it, the `<title>` of an SVG in it; or else empty.
   */
  readonly label: string
  readonly width: number
  readonly height: number
  /** The address of another document that a link leads to; missing for other controls. */
  readonly href: string | undefined
  /** Whether the control's form has a field for text or a `<select>`. */
  readonly isInForm: boolean
}

interface FoundSwitch {
  readonly id: number
  readonly layer: number
  /** The label of a radio button, or `no` if its value says so; missing for other switches. */
  readonly choice?: string | undefined
}

/** Everything that one look at a frame finds. */
export interface FoundInFrame {
  readonly layers: FoundLayer[]
  readonly controls: FoundControl[]
  readonly switches: FoundSwitch[]
}

/**
 * Runs in a frame. Reads the document in one pass from top to bottom, through open shadow roots and
 * slots, and calls `getComputedStyle` at most once for an element, because documents can be large.
 *
 * @returns `FoundInFrame` as JSON, which travels to the audit much faster than an object.
 */
export const readFrame = (): string => {
  const memory = window.consentAudit
  if (!memory) throw new Error('The page was not prepared.')
  /** How many characters of a layer's text are kept, and how many a control's words may have. */
  const [TEXT, WORDS] = [3000, 60]
  // Parts of a page that are no banner, but can be settings that a click has opened.
  const PLACE = 'main, section, form, aside, article, details, fieldset, [role], [id]'
  const CONTROL =
    'button, a, summary, [role=button], [role=link], input[type=button], input[type=submit], [onclick]'
  const SWITCH =
    'input[type=checkbox], input[type=radio], [role=switch], [role=checkbox], [role=radio]'
  const layers: FoundLayer[] = []
  const controls: FoundControl[] = []
  const switches: FoundSwitch[] = []
  const forms = new Map<Element, boolean>()

  const idOf = (element: Element): number => {
    const known = memory.ids.get(element)
    if (known !== undefined) return known
    // A random number is also unlike those of other frames.
    const id = Math.random()
    memory.ids.set(element, id)
    memory.elements.set(id, new WeakRef(element))
    return id
  }
  const hasFields = (element: Element): boolean => {
    const form = memory.formOf(element)
    if (!form) return false
    const has = forms.get(form) ?? form.querySelector(`${memory.fields}, select`) !== null
    forms.set(form, has)
    return has
  }
  const otherDocument = (element: Element): string | undefined => {
    if (!(element instanceof HTMLAnchorElement) || !/^https?:$/.test(element.protocol)) return
    const [address] = element.href.split('#')
    return address === location.href.split('#')[0] ? undefined : element.href
  }
  const nodesIn = (element: Element): Iterable<Node> => {
    if (element.shadowRoot) return element.shadowRoot.childNodes
    const assigned = element instanceof HTMLSlotElement ? element.assignedNodes() : []
    return assigned.length ? assigned : element.childNodes
  }
  const addLayer = (element: Element, parent: number | undefined, isLayer: boolean): number => {
    const state = { isLayer, isPage: false, isHidden: true, hasField: false, text: '' }
    return layers.push({ id: idOf(element), parent, ...state }) - 1
  }
  const addControl = (element: Element, layer: number, text: string) => {
    const { width, height } = element.getBoundingClientRect()
    const isVisible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    if (!isVisible || width < 2 || height < 2) return
    const label = (
      element.getAttribute('aria-label') ||
      element.getAttribute('title') ||
      element.querySelector('img')?.alt ||
      element.querySelector('title')?.textContent ||
      ''
    ).trim()
    const own = element instanceof HTMLInputElement ? element.value : text.trim()
    // A symbol alone, such as a cogwheel, says less than its label.
    const words = /\p{L}/u.test(own) ? own : label || own
    if (!words || words.length > WORDS) return
    const more = { href: otherDocument(element), isInForm: hasFields(element) }
    controls.push({
      id: idOf(element),
      layer,
      words,
      label: label.slice(0, WORDS),
      width,
      height,
      ...more,
    })
  }
  /**
   * Says whether an element lies outside of the window, where no scrolling shows a fixed element.
   *
   * @see https://github.com/inthepocket/cookie-though which hides its banner in this way
   */
  const isOutside = (element: Element): boolean => {
    const { top, right, bottom, left, width, height } = element.getBoundingClientRect()
    if (!width || !height) return false
    return bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth
  }
  const choiceOf = (element: Element): { choice?: string } => {
    const isRadio = element.matches('[type=radio], [role=radio]')
    const [label] = (element as HTMLInputElement).labels ?? []
    const words = element.getAttribute('aria-label') ?? (label ?? element).textContent ?? ''
    const isOff = /^(no|off|false|deny|reject|0)$/i.test(element.getAttribute('value') ?? '')
    return isRadio ? { choice: isOff ? 'no' : words.trim().slice(0, WORDS) } : {}
  }

  /** Reads an element and all in it. Returns its visible text. */
  const read = (element: Element, around: number): string => {
    // The inspector of `@spaceone/consent` is a tool of developers and no banner.
    if (element.localName === 'spaceone-consent-inspector') return ''
    // Sites often hide the checkbox and show a drawing of a switch in its place.
    if (
      element.matches(SWITCH) &&
      !hasFields(element) &&
      !element.matches(':disabled, [aria-disabled=true]')
    )
      switches.push({ id: idOf(element), layer: around, ...choiceOf(element) })
    const { display, position, opacity, visibility } = getComputedStyle(element)
    if (display === 'none' || opacity === '0') return ''
    if (position === 'fixed' && isOutside(element)) return ''
    const isLayer = memory.isLayer(element, position)
    const at = isLayer || element.matches(PLACE) ? addLayer(element, around, isLayer) : around
    const layer = layers[at]
    if (layer && visibility === 'visible') layer.isHidden = false
    let text = display === 'inline' || display === 'contents' ? '' : ' '
    for (const node of nodesIn(element))
      if (node instanceof Element) {
        const inner = read(node, at)
        if (text.length < TEXT) text += inner
      } else if (node instanceof Text && visibility === 'visible' && text.length < TEXT)
        text += node.data.slice(0, TEXT).replace(/\s+/g, ' ')
    if (element.matches(CONTROL)) addControl(element, at, text)
    if (layer && element.matches(memory.fields)) layer.hasField = true
    const outer = layers[around]
    if (layer && outer && at !== around) {
      layer.text = text.slice(0, TEXT)
      outer.hasField ||= layer.hasField
      outer.isHidden &&= layer.isHidden
      outer.isPage ||= layer.isPage || element.matches('main, [role=main]')
    }
    return text
  }

  const root = document.documentElement
  const at = addLayer(root, undefined, false)
  const text = document.body ? read(document.body, at) : ''
  const [whole] = layers
  if (whole) whole.text = text.slice(0, TEXT)
  // Only what has a control in it can be a banner or settings. Sends no text of other parts.
  const used = new Set<number | undefined>([...controls, ...switches].map(({ layer }) => layer))
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const one = layers[index]
    if (used.has(index)) used.add(one?.parent)
    else if (one) one.text = ''
  }
  const found: FoundInFrame = { layers, controls, switches }
  return JSON.stringify(found)
}
