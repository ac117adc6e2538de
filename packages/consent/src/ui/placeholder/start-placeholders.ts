import type { AnyConsent } from '../../core/index.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { allows, categoryOf } from '../../shared/service-key.ts'
import { warn } from '../../shared/warn.ts'
import { spokenLanguage } from '../languages.ts'
import type { ConsentUiOptions } from '../options.ts'
import { type LoadedText, loadText } from './load-text.ts'
import { createPlaceholder, type Placeholder } from './placeholder.ts'

/** The placeholders of a page. */
export interface Placeholders {
  /** Stands in for an iframe for as long as it is held. Ignores what is none, and one it knows. */
  show(iframe: unknown): void
  /** Takes every placeholder off the page and gives the iframes back as they were. */
  stop(): void
}

/**
 * Draws a box in place of each held iframe, from which the visitor may allow its purpose.
 *
 * Each stands for a category, or for a service that was left out: `category/name`.
 */
export const startPlaceholders = (
  consent: AnyConsent,
  options: ConsentUiOptions = {},
): Placeholders => {
  const { $state } = consent
  const placeholders = new Map<HTMLIFrameElement, Placeholder>()
  let text: LoadedText | undefined
  /** The language that was sent for last; one that did not come is left to the next page. */
  let wanted: string | undefined

  const draw = () => {
    const state = $state.get()
    const { granted, status } = state
    load(state.language)
    for (const [iframe, placeholder] of placeholders) {
      const key = iframe.dataset['consent'] ?? ''
      const category = categoryOf(key)
      if (!isHeld(iframe)) {
        placeholders.delete(iframe)
        placeholder.hide()
      } else if (allows(state, key)) placeholder.hide()
      else if (text) {
        placeholder.show(text, category, status !== 'restricted' && category in granted)
        // The same options again change nothing, and the parent may be another one now.
        observer.observe(iframe, { attributes: true })
        if (iframe.parentNode) observer.observe(iframe.parentNode, { childList: true })
      }
    }
    // What has been changed here is no news.
    observer.takeRecords()
  }

  /** Sends for the text. Until it has come, the old stays. */
  const load = (tag: string) => {
    const language = spokenLanguage(tag, options.texts)
    if (language.tag === wanted) return
    wanted = language.tag
    loadText(language, options.texts).then(
      loaded => {
        if (language.tag !== wanted) return
        text = loaded
        draw()
      },
      error => {
        if (language.tag === wanted) warn(`Cannot load the placeholder (${language.tag}).`, error)
      },
    )
  }

  const observer = new MutationObserver(draw)
  const onLoad = ({ target }: Event) => {
    // A style sheet may change any size.
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
      wanted = ''
    },
  }
}

const isHeld = (iframe: HTMLIFrameElement) =>
  iframe.isConnected &&
  iframe.hasAttribute('data-src') &&
  /^(about:blank)?$/.test(iframe.getAttribute('src') ?? '')
