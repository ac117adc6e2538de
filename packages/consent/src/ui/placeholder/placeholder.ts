import type { AnyConsent } from '../../core/index.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { categoryOf } from '../../shared/service-key.ts'
import { createHost } from '../host-element.ts'
import { directionOf } from '../languages.ts'
import type { ConsentUiOptions } from '../options.ts'
import { purposeName } from '../purpose-name.ts'
import type { LoadedText } from './load-text.ts'
import { placeholderCss } from './placeholder.css.ts'
import { sourceOf } from './source-of.ts'
import { createPlace } from './take-place.ts'

/** The box that stands in for one iframe. */
export interface Placeholder {
  /** Shows it, or shows it anew. */
  show(text: LoadedText, category: string, canAllow: boolean): void
  /** Gives the iframe its place back, and the focus if the box had it. */
  hide(): void
}

/**
 * Creates the placeholder of one iframe. Plain elements: it has to do without the view's preact,
 * which is not loaded where nothing is asked.
 */
export const createPlaceholder = (
  consent: AnyConsent,
  iframe: HTMLIFrameElement,
  { nonce = consent.options.nonce, theme }: ConsentUiOptions,
): Placeholder => {
  const host = createHost('spaceone-consent-placeholder', nonce)
  const { element, root, container } = host
  const place = createPlace(iframe, element)
  host.addStyles(placeholderCss)
  if (theme) container.className = theme
  const box = add(container, 'div', 'box')
  box.setAttribute('role', 'group')
  box.setAttribute('part', 'placeholder')
  const words = add(box, 'div', 'words')
  const title = add(words, 'strong', 'title')
  const lead = add(words, 'p', 'lead')
  const short = add(words, 'p', 'short')
  const buttons = add(box, 'div', 'buttons')

  const button = (id: string, look: string, onClick: () => void) => {
    const made = add(buttons, 'button', look)
    made.id = id
    made.type = 'button'
    made.setAttribute('part', `button ${look}`)
    made.onclick = onClick
    return made
  }
  const allow = button('allow', 'choice', () => {
    // Safari does not focus what is clicked; the focus is to go on to the iframe.
    allow.focus()
    const key = iframe.dataset['consent'] ?? ''
    // The other services that were left out stay so.
    const without = consent.$state.get().without.filter(name => name !== key)
    consent.decide({ [categoryOf(key)]: true }, { surface: 'inline', without })
  })
  const preferences = button('open-preferences', 'quiet', consent.openPreferences)
  lead.id = 'about'
  allow.setAttribute('aria-describedby', lead.id)

  return {
    show({ text, language }, category, canAllow) {
      const source = sourceOf(iframe) ?? text.elsewhere
      const purpose = purposeName(category, text.purposes)
      const say = (sentence: string) =>
        `${sentence}`.replace(/{(\w+)}/g, (_, name) => (name === 'source' ? source : purpose))
      element.lang = language
      container.dir = directionOf(language)
      box.setAttribute('aria-label', iframe.title || source)
      box.classList.toggle('unavailable', !canAllow)
      title.textContent = iframe.title
      // The page's words, in the page's language.
      title.lang = iframe.closest<HTMLElement>('[lang]')?.lang ?? ''
      lead.textContent = say(canAllow ? text.lead : text.unavailable)
      short.textContent = say(canAllow ? text.short : text.unavailable)
      allow.textContent = text.allow
      preferences.textContent = text.preferences
      if (!canAllow && root.activeElement === allow) preferences.focus()
      allow.hidden = !canAllow
      place.take()
    },
    hide() {
      const hadFocus = root.activeElement
      place.leave()
      if (hadFocus) iframe.focus({ preventScroll: true })
    },
  }
}

const add = <Name extends keyof HTMLElementTagNameMap>(
  parent: Element,
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] => {
  const element = ownDocument.createElement(name)
  element.className = className
  parent.append(element)
  return element
}
