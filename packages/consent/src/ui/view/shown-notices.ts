import type { ComponentChildren, VNode } from 'preact'
import type { AnyConsent } from '../../core/index.ts'
import { toTexts } from '../../inventory/index.ts'
import { PREFERENCES, STORED } from '../../words/files.ts'
import { bannerContent } from '../banner/banner-content.ts'
import type { FormProps } from '../preferences/form.tsx'
import { loadNpmWords } from './mount-view.ts'
import { textOfNotice } from './notice.ts'
import type { ConsentUiOptions } from './options.ts'

/**
 * Returns the texts of the notices that the view shows a visitor without an earlier answer, signal
 * or opt-out add-on: of the banner if it asks, of the preferences without and with tables of
 * cookies, and of the form in a page. The view hashes such texts. Needs no document.
 */
export const shownNotices = async (
  consent: AnyConsent,
  options: ConsentUiOptions,
): Promise<readonly string[]> => {
  const words = await loadNpmWords(consent, options)
  const { language, own, merge } = words
  const [{ text }, stored, code, { Form }] = await Promise.all([
    PREFERENCES[own](),
    STORED[own](),
    import('../stored/stored-of.ts'),
    import('../preferences/form.tsx'),
  ])
  const host = options.texts?.[language]
  const early = { ...words, labels: merge(text, host?.preferences) }
  const whole = { ...early, stored: { code, text: merge(stored.text, host?.stored) } }
  const formOf = (parts: FormProps['parts'], surface: FormProps['surface']) =>
    textsOf(Form({ consent, parts, surface, visit: {} } as FormProps))
  const { url: _, ...banner } = bannerContent(consent, words)
  const bannerTexts = Object.values(banner).flatMap(part =>
    typeof part === 'string' ? part : toTexts(part),
  )
  return [
    ...(consent.$state.get().pending[0] ? [bannerTexts] : []),
    // The preferences load the tables of cookies late, a form in the page has them at once.
    formOf(early, 'preferences'),
    formOf(whole, 'preferences'),
    formOf(whole, 'inline'),
  ].map(texts => textOfNotice(language, texts, consent.options.policy.version))
}

/** Returns the texts in preact's virtual nodes, as `textNodes` of notice.ts does of an element. */
const textsOf = (node: ComponentChildren): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(textsOf)
  if (typeof node === 'string' || typeof node === 'number') return [`${node}`]
  if (typeof node !== 'object' || node === null) return []
  const { type, props } = node as VNode
  // The components have no hooks, so they are functions of their properties.
  if (typeof type === 'function') return textsOf((type as (given: object) => VNode)(props))
  return 'data-own' in props ? [] : textsOf(props.children)
}
