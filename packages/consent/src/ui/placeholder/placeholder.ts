import type { AnyConsent } from '../../core/index.ts'
import { buildElement } from '../../shared/build-element.ts'
import { fill } from '../../shared/fill.ts'
import { urlOf } from '../../shared/platform.ts'
import { categoryOf } from '../../shared/services.ts'
import type { PlaceholderText } from '../../words/en/placeholder.ts'
import { createButton, writeText } from '../view/elements.ts'
import { createHost } from '../view/host-element.ts'
import type { ConsentUiOptions } from '../view/options.ts'
import { purposeName } from '../words/texts.ts'
import { placeholderCss } from './placeholder.css.ts'
import { takePlace } from './take-place.ts'

/** The placeholder of one iframe. */
export interface Placeholder {
  /** Shows the placeholder, or updates the texts and the size. */
  show(text: PlaceholderText, language: string, canAllow: boolean): void
  /** Removes the placeholder and shows the iframe, with the focus if the placeholder had it. */
  hide(): void
}

/** Creates the placeholder of one iframe, without preact, so that the page need not load preact. */
export const createPlaceholder = (
  consent: AnyConsent,
  iframe: HTMLIFrameElement,
  options: ConsentUiOptions,
): Placeholder => {
  const host = createHost('spaceone-consent-placeholder', consent, options)
  const { element, root, container } = host
  host.addStyles(placeholderCss)
  const allow = createButton('allow', 'choice')
  allow.onclick = event => {
    // Safari does not focus a clicked button. Focus the button here, because `hide` moves the focus
    // to the iframe only if the placeholder has the focus.
    allow.focus()
    const key = iframe.dataset['consent'] ?? ''
    // Other services that the visitor has refused stay refused.
    const without = consent.$state.get().without.filter(name => name !== key)
    const { lang: language } = container
    consent.decide({ [categoryOf(key)]: true }, { event, surface: 'inline', without, language })
  }
  const preferences = createButton('open-preferences', 'quiet')
  preferences.onclick = consent.openPreferences
  allow.setAttribute('aria-describedby', 'about')
  const title = buildElement('strong', { class: 'title' })
  const lead = buildElement('p', { id: 'about' })
  const short = buildElement('p', { class: 'short' })
  const box = buildElement(
    'div',
    { class: 'box', role: 'group', part: 'placeholder' },
    buildElement('div', { class: 'words' }, title, lead, short),
    buildElement('div', { class: 'buttons' }, allow, preferences),
  )
  container.append(box)
  let showIframe = () => {}

  return {
    show(text, language, canAllow) {
      const source = sourceOf(iframe) || text.elsewhere
      const key = iframe.dataset['consent'] ?? ''
      const purpose = purposeName(categoryOf(key), text.purposes)
      const sentence = (given: string) => fill(`${given}`, { source, purpose })
      host.setLanguage(language)
      box.setAttribute('aria-label', iframe.title || source)
      box.classList.toggle('unavailable', !canAllow)
      writeText(title, iframe.title)
      // The title comes from the page, so it has the language of the page.
      title.lang = iframe.closest<HTMLElement>('[lang]')?.lang ?? ''
      writeText(lead, sentence(canAllow ? text.lead : text.unavailable))
      writeText(short, sentence(canAllow ? text.short : text.unavailable))
      writeText(allow, text.allow)
      writeText(preferences, text.preferences)
      if (!canAllow && root.activeElement === allow) preferences.focus()
      allow.hidden = !canAllow
      showIframe()
      showIframe = takePlace(iframe, element)
    },
    hide() {
      const hadFocus = root.activeElement
      showIframe()
      showIframe = () => {}
      element.remove()
      if (hadFocus) iframe.focus({ preventScroll: true })
    },
  }
}

/** Returns the host name of a blocked iframe's address, without `www.`, else an empty text. */
const sourceOf = (iframe: HTMLIFrameElement): string =>
  urlOf(iframe.dataset['src'] ?? '').hostname.replace(/^www\./, '')
