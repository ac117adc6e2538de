import type { AnyConsent } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { lazy } from '../../shared/lazy.ts'
import { ownDocument } from '../../shared/platform.ts'
import { categoryOf } from '../../shared/services.ts'
import { PLACEHOLDER } from '../../words/files.ts'
import type { ConsentUiOptions } from '../view/options.ts'
import { spokenLanguage } from '../words/languages.ts'
import { withHostText } from '../words/texts.ts'
import { createPlaceholder, type LoadedText, type Placeholder } from './placeholder.ts'

/** The placeholders of a page. */
export interface Placeholders {
  /**
   * Shows a placeholder while an iframe is blocked. Ignores other elements and an iframe that
   * already has a placeholder.
   */
  show(iframe: unknown): void
  /** Removes all placeholders and restores the iframes. */
  stop(): void
}

/**
 * Starts the placeholders of a page. Each takes the place of a blocked iframe that is passed to
 * `show`, and has a button to allow the iframe's category, unless this category cannot be granted.
 *
 * The `data-consent` of an iframe is a category, or `category/name` for one of its services, which
 * a visitor can refuse alone.
 */
export const startPlaceholders = (
  consent: AnyConsent,
  options: ConsentUiOptions = {},
): Placeholders => {
  const { $state } = consent
  const placeholders = new Map<HTMLIFrameElement, Placeholder>()
  const loadOnce = lazy(error => warn('missing-file', 'placeholder', error))
  let text: LoadedText | undefined

  const draw = () => {
    const state = $state.get()
    load(state.language)
    for (const [iframe, placeholder] of placeholders) {
      const key = iframe.dataset['consent'] ?? ''
      const category = categoryOf(key)
      const isKnown = state.keys.includes(key)
      if (!isBlocked(iframe)) {
        placeholders.delete(iframe)
        placeholder.hide()
      } else if (isKnown && consent.isGranted(key)) placeholder.hide()
      else if (text) {
        placeholder.show(text, category, state.status !== 'restricted' && isKnown)
        // The iframe may have a new parent, so observe at each drawing. Observing a node twice has
        // no effect.
        observer.observe(iframe, { attributes: true })
        if (iframe.parentNode) observer.observe(iframe.parentNode, { childList: true })
      }
    }
    // Do not draw again because of our own changes.
    observer.takeRecords()
  }

  /**
   * Loads the texts of a language. Until the texts have loaded, the placeholders keep their old
   * texts. If the texts cannot be loaded, they are not requested again until the language changes.
   */
  const load = (tag: string) => {
    const { tag: language, own } = spokenLanguage(tag, options.texts)
    loadOnce(language, PLACEHOLDER[own], ours => {
      text = { language, text: withHostText(ours.text, options.texts?.[language]?.placeholder) }
      draw()
    })
  }

  const observer = new MutationObserver(draw)
  const onLoad = ({ target }: Event) => {
    // A new style sheet may change the size of any iframe.
    if (target instanceof HTMLLinkElement) draw()
  }
  ownDocument.addEventListener('load', onLoad, true)
  window.addEventListener('resize', draw)
  const unfollow = $state.listen(draw)

  return {
    show(iframe) {
      if (!(iframe instanceof HTMLIFrameElement) || placeholders.has(iframe)) return
      placeholders.set(iframe, createPlaceholder(consent, iframe, options))
      draw()
    },
    stop() {
      unfollow()
      window.removeEventListener('resize', draw)
      ownDocument.removeEventListener('load', onLoad, true)
      observer.disconnect()
      for (const { hide } of placeholders.values()) hide()
      placeholders.clear()
      loadOnce()
    },
  }
}

const isBlocked = (iframe: HTMLIFrameElement) =>
  iframe.isConnected &&
  iframe.hasAttribute('data-src') &&
  /^(about:blank)?$/.test(iframe.getAttribute('src') ?? '')
