import type { AnyConsent } from '../../core/index.ts'
import { buildElement } from '../../shared/build-element.ts'
import { categoryOf } from '../../shared/services.ts'
import type { PlaceholderText } from '../../words/en/placeholder.ts'
import { createButton } from '../view/create-button.ts'
import { createHost } from '../view/host-element.ts'
import type { ConsentUiOptions } from '../view/options.ts'
import { writeText } from '../view/write-text.ts'
import { directionOf } from '../words/languages.ts'
import { purposeName } from '../words/purposes.ts'
import { placeholderCss } from './placeholder.css.ts'
import { sourceOf } from './source-of.ts'
import { createPlace } from './take-place.ts'

/** The texts of placeholders and their language. */
export interface LoadedText {
  readonly language: string
  readonly text: PlaceholderText
}

/** The placeholder of one iframe. */
export interface Placeholder {
  /** Shows the placeholder, or updates the texts and the size. */
  show(text: LoadedText, category: string, canAllow: boolean): void
  /**
   * Removes the placeholder and shows the iframe. Moves the focus to the iframe if the placeholder
   * had the focus.
   */
  hide(): void
}

/**
 * Creates the placeholder of one iframe. Uses plain DOM calls, because preact is loaded only with
 * the preferences, and most pages with a placeholder do not load them.
 */
export const createPlaceholder = (
  consent: AnyConsent,
  iframe: HTMLIFrameElement,
  options: ConsentUiOptions,
): Placeholder => {
  const host = createHost('spaceone-consent-placeholder', consent, options)
  const { element, root, container } = host
  const place = createPlace(iframe, element)
  host.addStyles(placeholderCss)
  const allow = createButton('allow', 'choice', event => {
    // Safari does not focus a clicked button. Focus the button here, because `hide` moves the focus
    // to the iframe only if the placeholder has the focus.
    allow.focus()
    const key = iframe.dataset['consent'] ?? ''
    // Other services that the visitor has refused stay refused.
    const without = consent.$state.get().without.filter(name => name !== key)
    const { lang: language } = container
    consent.decide({ [categoryOf(key)]: true }, { event, surface: 'inline', without, language })
  })
  const preferences = createButton('open-preferences', 'quiet', consent.openPreferences)
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

  return {
    show({ text, language }, category, canAllow) {
      const source = sourceOf(iframe) ?? text.elsewhere
      const purpose = purposeName(category, text.purposes)
      const say = (sentence: string) =>
        `${sentence}`.replace(/{(\w+)}/g, (_, name) => (name === 'source' ? source : purpose))
      element.lang = container.lang = language
      container.dir = directionOf(language)
      box.setAttribute('aria-label', iframe.title || source)
      box.classList.toggle('unavailable', !canAllow)
      writeText(title, iframe.title)
      // The title comes from the page, so it has the language of the page.
      title.lang = iframe.closest<HTMLElement>('[lang]')?.lang ?? ''
      writeText(lead, say(canAllow ? text.lead : text.unavailable))
      writeText(short, say(canAllow ? text.short : text.unavailable))
      writeText(allow, text.allow)
      writeText(preferences, text.preferences)
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
