import type { AnyConsent, ConsentState, View } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { buildElement } from '../../shared/build-element.ts'
import { quietly } from '../../shared/errors.ts'
import type { OwnLanguage } from '../../shared/languages.ts'
import { lazy } from '../../shared/lazy.ts'
import { ownDocument } from '../../shared/platform.ts'
import { type Banner, createBanner } from '../banner/create-banner.ts'
import type { BannerWords } from '../words/load-words.ts'
import { appCss, sharedCss } from './app.css.ts'
import { askPlainly, isOpened } from './ask-plainly.ts'
import { checkAccentText } from './check-accent-text.ts'
import { takeOff, writeText } from './elements.ts'
import { createHost, placeHost } from './host-element.ts'
import { createNotices } from './notice.ts'
import { markOpeners } from './openers.ts'
import type { ConsentUiOptions } from './options.ts'
import type { Parts, StartedView, ViewContext } from './view-context.ts'
import { watchActs } from './watch-acts.ts'

/**
 * Shows the banner while a category needs a decision and no dialog is open. Loads the later parts,
 * such as the preferences, when they are opened, or the view needs them otherwise (`isMore`).
 *
 * @param loadStartParts Loads `startParts`. May also request the texts of the preferences.
 * @throws If the page or an invalid text of the site prevents drawing.
 */
export const startView = (
  consent: AnyConsent,
  options: ConsentUiOptions,
  words: BannerWords,
  loadWords: ViewContext['loadWords'],
  loadStartParts: (own: OwnLanguage) => Promise<(context: ViewContext) => Parts>,
): StartedView => {
  const { $state, $view } = consent
  const { position, zIndex } = options
  const host = createHost('spaceone-consent', consent, options)
  const { element, root, container } = host
  const sentence = buildElement('p', { id: 'status', role: 'status', tabindex: '-1' })
  const status = buildElement('div', { part: 'toast' }, sentence)
  const notices = createNotices(consent.options.policy.version)
  let parts: Parts | undefined
  let failures = 0
  let requestedAt: View
  const loadOnce = lazy(error => {
    if (!failures) warn('view-failed', 'preferences', context.words.language, error)
    failures += 1
    // If the visitor has opened the preferences or the guide in the meantime, `draw` requests their
    // code again.
    if ($view.get() !== requestedAt) context.draw()
    else askPlainly(consent)
  })
  let isIntended = false
  let banner: Banner | undefined
  /** The texts that the banner shows. */
  let written: BannerWords | undefined
  /** Whether the first drawing succeeded. Parts that load later draw no view that failed. */
  let isRunning = false

  const context: ViewContext = {
    consent,
    options,
    host,
    status,
    words,
    loadWords,
    decide(element, run, dismiss, withdrawn) {
      const { language } = context.words
      run({ language, ...(element && notices.find(element, language)) })
      consent.close()
      const key = resultKey($state.get())
      context.message = (key === 'refused' && withdrawn) || context.words.text[key]
      context.dismiss = dismiss
      context.draw()
    },
    remember: element => notices.remember(element, context.words.language),
    // If drawing fails, the next change of the state, of `$view` or of the page draws again.
    draw: () => isRunning && quietly(draw),
    intend(part) {
      context.intended[part] = isIntended = true
      context.draw()
    },
    intended: {},
  }

  const draw = () => {
    const view = $view.get()
    const isOpen = isOpened(view)
    const { language, pending, record, signals } = $state.get()
    const { words } = context
    if (view !== 'none') context.message = context.dismiss = ''
    // The code of the other parts also loads the banner's texts in another language, and the text
    // that says why the banner asks again.
    const isMore =
      isIntended ||
      context.hasBlocks ||
      (view === 'none'
        ? options.button || signals.gpc
        : words.wanted !== language || (pending[0] && record))
    const request = () => {
      requestedAt = view
      return loadStartParts(words.own)
    }
    if (isOpen || (isMore && !failures))
      loadOnce(failures, request, start => {
        parts = start(context)
        context.draw()
      })
    const isAsking = view !== 'none' && pending[0]
    if (isAsking) {
      // `document.open()` may have removed the banner from the page, and its listeners. Create a
      // new banner.
      if (!banner?.element.isConnected) {
        if (banner) takeOff(banner.element)
        banner = createBanner(context)
        written = undefined
      }
      if (written !== words) banner.write(words)
      written = words
    }
    if (!placeHost(host, position)) return
    if (!status.isConnected) container.append(status)
    const hadFocus = root.activeElement
    const isDialog = parts?.draw()
    // If `parts.draw()` cannot draw the preferences or the guide, it changes `$view`, and this
    // change calls `draw` again.
    if ($view.get() !== view) return
    const isBusy = isOpen && !isDialog
    const isBanner = isAsking && !isDialog
    host.setLanguage(words.language)
    if (banner) {
      banner.element.ariaBusy = isBusy ? 'true' : null
      if (!isBanner) takeOff(banner.element)
      else {
        if (!banner.element.isConnected) container.prepend(banner.element)
        context.remember(banner.element)
      }
    }
    if (process.env.NODE_ENV !== 'production') checkAccentText(container)
    markOpeners(isBusy)
    writeText(sentence, isBusy ? `${words.text.settings}…` : `${context.message ?? ''}`)
    status.className = context.dismiss || (isBusy && !isBanner) ? 'card toast' : 'heard'
    // Removing the focused element moves the focus to `<body>`, so return the focus to the view.
    if (hadFocus && !isOpen && ownDocument.activeElement === ownDocument.body)
      root.querySelector<HTMLElement>(isBanner ? '#open-preferences' : '#settings,#status')?.focus()
  }

  const stop = () => {
    isRunning = false
    for (const dispose of disposes) dispose()
    loadOnce()
    parts?.stop()
    markOpeners(false)
    takeOff(element)
  }

  host.addStyles(sharedCss)
  host.addStyles(appCss)
  if (zIndex !== undefined) element.style.setProperty('--consent-z-index', `${zIndex}`)
  const disposes = [
    ...watchActs(context),
    $state.listen(() => {
      written = undefined
      context.draw()
    }),
    $view.listen(context.draw),
  ]
  draw()
  isRunning = true

  return {
    look(hasBlocks, part) {
      if (part) context.intend(part)
      // Most insertions into the page do not affect the view.
      const isNews = hasBlocks || context.hasBlocks || position === 'inline' || !element.isConnected
      context.hasBlocks = hasBlocks
      if (isNews) context.draw()
    },
    stop,
  }
}

/** Returns the key of the text that tells the visitor the result of a decision. */
const resultKey = ({
  granted,
  without,
}: ConsentState<string>): 'allowed' | 'refused' | 'selected' => {
  const answers = Object.values(granted)
  if (!answers.includes(true)) return 'refused'
  return answers.includes(false) || without[0] ? 'selected' : 'allowed'
}
