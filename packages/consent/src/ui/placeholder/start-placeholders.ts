import type { AnyConsent } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { ownLanguage, supportedLanguage } from '../../shared/languages.ts'
import { lazy } from '../../shared/lazy.ts'
import { ownDocument } from '../../shared/platform.ts'
import type { PlaceholderText } from '../../words/en/placeholder.ts'
import { PLACEHOLDER } from '../../words/files.ts'
import type { ConsentUiOptions } from '../view/options.ts'
import { withHostText } from '../words/texts.ts'
import { createPlaceholder, type Placeholder } from './placeholder.ts'

/** The placeholders of a page. */
export interface Placeholders {
  /** Shows a placeholder while an iframe is blocked. Ignores other elements. */
  show(iframe: unknown): void
  /** Removes all placeholders and shows the iframes again. */
  stop(): void
}

/** Starts the placeholders of a page. Each placeholder takes the place of a blocked iframe. */
export const startPlaceholders = (
  consent: AnyConsent,
  options: ConsentUiOptions = {},
): Placeholders => {
  const { $state } = consent
  const placeholders = new Map<HTMLIFrameElement, Placeholder>()
  const loadOnce = lazy(error => warn('missing-file', 'placeholder', error))
  let loaded: { readonly text: PlaceholderText; readonly language: string } | undefined

  const draw = () => {
    const state = $state.get()
    load(state.language)
    for (const [iframe, placeholder] of placeholders) {
      const key = iframe.dataset['consent'] ?? ''
      const isKnown = state.keys.includes(key)
      if (!isBlocked(iframe)) {
        placeholders.delete(iframe)
        placeholder.hide()
      } else if (isKnown && consent.isGranted(key)) placeholder.hide()
      else if (loaded) {
        const canAllow = state.status !== 'restricted' && isKnown
        placeholder.show(loaded.text, loaded.language, canAllow)
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
   * Loads the texts of a language, then draws. Until the texts have loaded, placeholders keep their
   * old ones.
   */
  const load = (tag: string) => {
    const language = supportedLanguage(tag, Object.keys(options.texts ?? {})) ?? 'en'
    loadOnce(language, PLACEHOLDER[ownLanguage(tag)], ours => {
      const site = options.texts?.[language]
      const purposes = site?.banner?.purposes
      const text = withHostText(ours.text, { purposes, ...site?.placeholder })
      loaded = { text, language }
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

/** Says whether an iframe of the page has an address that waits, and no other. */
const isBlocked = (iframe: HTMLIFrameElement) =>
  iframe.isConnected &&
  iframe.dataset['src'] &&
  [null, '', 'about:blank'].includes(iframe.getAttribute('src'))
