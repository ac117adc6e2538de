import { buildElement } from '../shared/build-element.ts'
import { listen } from '../shared/platform.ts'
import { makeButton } from './make.ts'
import type { View } from './view.ts'

/** The tabs, and the element that shows the view of the open tab. */
interface Tabs {
  readonly list: HTMLElement
  readonly body: HTMLElement
  /** Draws the open view. */
  update(): void
}

/** The keys that move to another tab, and by how many tabs. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/**
 * Creates one tab for each view.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export const createTabs = (views: readonly View[]): Tabs => {
  let open = 0
  const body = buildElement('div', { class: 'body', id: 'view', role: 'tabpanel', tabindex: '0' })
  const show = (at: number) => {
    open = (at + views.length) % views.length
    tabs.forEach((tab, index) => {
      tab.setAttribute('aria-selected', `${index === open}`)
      tab.tabIndex = index === open ? 0 : -1
    })
    body.setAttribute('aria-labelledby', `tab-${open}`)
    body.replaceChildren(...views.slice(open, open + 1).map(({ element }) => element))
    update()
  }
  const update = () => views[open]?.update()
  const tabs = views.map(({ name }, at) =>
    makeButton(name, { role: 'tab', id: `tab-${at}`, 'aria-controls': 'view' }, () => show(at)),
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
