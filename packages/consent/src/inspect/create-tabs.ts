import { buildElement } from '../shared/build-element.ts'
import { listen } from '../shared/platform.ts'
import { buildButton } from './elements.ts'

/** What a tab of the panel shows. */
export interface TabContent {
  /** The label of the tab. */
  readonly name: string
  readonly element: HTMLElement
  /** Draws the present state. */
  update(): void
}

interface Tabs {
  readonly list: HTMLElement
  /** The element that shows the content of the open tab. */
  readonly body: HTMLElement
  /** Draws the content of the open tab. */
  update(): void
}

/** The keys that move to another tab, and by how many tabs. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/**
 * Creates the tabs.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export const createTabs = (contents: readonly TabContent[]): Tabs => {
  let open = 0
  const body = buildElement('div', { class: 'body', id: 'view', role: 'tabpanel', tabindex: '0' })
  const show = (at: number) => {
    open = (at + contents.length) % contents.length
    tabs.forEach((tab, index) => {
      tab.setAttribute('aria-selected', `${index === open}`)
      tab.tabIndex = index === open ? 0 : -1
    })
    body.setAttribute('aria-labelledby', `tab-${open}`)
    body.replaceChildren(...contents.slice(open, open + 1).map(({ element }) => element))
    update()
  }
  const update = () => contents[open]?.update()
  const tabs = contents.map(({ name }, at) =>
    buildButton(name, { role: 'tab', id: `tab-${at}`, 'aria-controls': 'view' }, () => show(at)),
  )
  const list = buildElement('div', { role: 'tablist', 'aria-label': 'Consent inspector' }, ...tabs)
  const onKey = ({ key }: KeyboardEvent) => {
    const step = STEPS[key]
    if (!step) return
    show(open + step)
    tabs[open]?.focus()
  }
  listen('keydown', onKey, false, list)
  show(0)
  return { list, body, update }
}
