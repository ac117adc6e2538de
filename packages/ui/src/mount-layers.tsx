import type { AnyConsent } from '@spaceone/consent-core'
import { render } from 'preact'
import { appCss } from './app.css.ts'
import { Banner } from './banner/banner.tsx'
import { createHost } from './host-element.ts'
import { type Language, languageOf } from './languages.ts'
import type { LayerProps } from './layer.ts'
import { type Layers, loadLayers } from './load-layers.ts'
import { policyUrl } from './policy-url.ts'
import { Status } from './status/status.tsx'

/** What happens around the view that the view answers to. */
const EVENTS = ['DOMContentLoaded', 'focusin', 'keydown', 'pointerdown']

/**
 * Shows the banner while something is to be asked, and the preferences when they are opened.
 *
 * @param nonce CSP nonce of the `<style>` fall-back.
 * @returns The undo: takes every trace off the page.
 */
export const mountLayers = (
  consent: AnyConsent,
  nonce: string | undefined = consent.options.nonce,
): (() => void) => {
  const { $state, $view } = consent
  const { element, root, container, addStyles } = createHost('spaceone-consent', nonce)
  /** In the middle of a decision, and after the undo, nothing is drawn. */
  let isStill = false
  let layers: Layers | undefined
  /** What was sent for last; `undefined` after it failed to come. */
  let wanted: string | undefined
  let warned: string | undefined
  /** Whether the preferences are fetched ahead. */
  let isAhead = false
  /** Whether the preferences' styles are there. */
  let hasStyles = false
  let message: string | undefined
  let dismiss: string | undefined

  const draw = (): void => {
    if (isStill) return
    const view = $view.get()
    const isOpen = view === 'preferences'
    const { language, pending } = $state.get()
    if (view !== 'none') {
      message = dismiss = undefined
      load(languageOf(language), isOpen || isAhead)
    }
    // Not `document.body`: an `<img name="body">` would answer in its place.
    if (!element.isConnected) document.querySelector('body')?.prepend(element)
    if (!element.isConnected) return

    const hadFocus = root.activeElement
    const preferences = layers?.preferences
    if (preferences && !hasStyles) {
      hasStyles = true
      addStyles(preferences.preferencesStyles)
    }
    if (layers) element.lang = layers.language
    const props = layers && {
      consent,
      layers,
      policyUrl: policyUrl(consent.options.policy.url, language, layers.language),
      decide,
    }
    render(
      <>
        {props &&
          (isOpen && preferences ? (
            <preferences.Preferences {...props} />
          ) : (
            // A question goes on standing there until the preferences have come.
            view !== 'none' && pending[0] && <Banner {...props} />
          ))}
        <Status message={message} dismiss={dismiss} onDismiss={() => say()} />
      </>,
      container,
    )
    // The focus does not fall to `<body>` with what held it.
    if (hadFocus && document.activeElement === document.body)
      root.querySelector<HTMLElement>('#open-preferences,#status')?.focus()
  }

  /** Sends for what is to be drawn with. Until it has come, the old stays. */
  const load = (language: Language, withPreferences: boolean) => {
    const what = `${withPreferences ? 'preferences' : 'banner'} (${language})`
    if (what === wanted) return
    wanted = what
    loadLayers(language, withPreferences).then(
      loaded => {
        if (what !== wanted) return
        // Safari has no requestIdleCallback.
        if (!layers) window.requestIdleCallback?.(fetchAhead) ?? setTimeout(fetchAhead, 1000)
        layers = loaded
        draw()
      },
      error => {
        if (what !== wanted || isStill) return
        if (what !== warned) console.warn(`[SpaceONE Consent] Cannot load the ${what}.`, error)
        warned = what
        wanted = undefined
        isAhead = false
        if (!layers?.preferences) consent.close()
      },
    )
  }

  const fetchAhead = () => {
    isAhead = true
    draw()
  }

  const say = (words?: string, button?: string) => {
    message = words
    dismiss = button
    draw()
  }

  const decide: LayerProps['decide'] = (run, button) => {
    isStill = true
    run()
    consent.close()
    isStill = false
    const answers = Object.values($state.get().granted)
    const outcome = !answers.includes(true)
      ? 'refused'
      : answers.includes(false)
        ? 'selected'
        : 'allowed'
    say(layers?.text[outcome], button)
  }

  const onEvent = ({ type, target }: Event) => {
    if (target === element) return
    if (target === document) draw()
    else if (type === 'focusin') layers?.preferences?.stepAside(element, target)
    else if (message) say()
  }

  for (const type of EVENTS) document.addEventListener(type, onEvent, true)
  addStyles(appCss)
  draw()
  const undos = [$state.listen(draw), $view.listen(draw)]

  return () => {
    isStill = true
    for (const undo of undos) undo()
    for (const type of EVENTS) document.removeEventListener(type, onEvent, true)
    render(null, container)
    element.remove()
  }
}
