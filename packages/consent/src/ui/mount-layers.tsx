import { Fragment, render } from 'preact'
import type { AnyConsent, View } from '../core/index.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'
import { warn } from '../shared/warn.ts'
import { appCss } from './app.css.ts'
import { Banner } from './banner/banner.tsx'
import { stepAside } from './banner/step-aside.ts'
import { BLOCKS } from './blocks/find-blocks.ts'
import { h } from './h.ts'
import { createHost } from './host-element.ts'
import { isHidden } from './is-hidden.ts'
import { isOpened } from './is-opened.ts'
import { directionOf, spokenLanguage } from './languages.ts'
import type { LayerProps, Visit } from './layer.ts'
import { type Layers, type LongLayers, loadLayers, type Part } from './load-layers.ts'
import type { Notices } from './notice.ts'
import type { ConsentUiOptions } from './options.ts'
import { outcomeOf } from './outcome-of.ts'
import { Status } from './status/status.tsx'
import type { WatchPage } from './watch-page.ts'
import { whenIdle } from './when-idle.ts'

/** What happens around the view that the view answers to. */
const EVENTS = ['focusin', 'keydown', 'pointerdown']

/** Where the focus goes when what held it is gone, by the view that is there now. */
const NEXT = {
  guide: '#back',
  preferences: '#open-guide',
  banner: '#open-preferences',
  none: '#settings,#status',
}

/**
 * Shows the banner while something is to be asked, the preferences and the guide when they are
 * opened, and the blocks of the page.
 *
 * @param ask Asks a visitor who wants to choose, instead, when the preferences cannot be loaded.
 * @param watchPage Tells of blocks, and of the place for the banner, that the page adds.
 * @returns The undo: takes every trace off the page.
 */
export const mountLayers = (
  consent: AnyConsent,
  options: ConsentUiOptions,
  ask: (consent: AnyConsent) => void,
  watchPage: WatchPage,
): (() => void) => {
  const { $state, $view } = consent
  const { policy } = consent.options
  const { position, theme, zIndex, texts, nonce = consent.options.nonce } = options
  const host = createHost('spaceone-consent', nonce)
  const { element, root, container, addStyles } = host
  /** In the middle of a decision, and after the undo, nothing is drawn. */
  let isStill = false
  let layers: Layers | undefined
  /** What was sent for last; all of it is sent for again when the visitor opens something. */
  let wanted: string | undefined
  /** What did not come, and is not sent for until then. */
  let missing: readonly Part[] = []
  /** Whether the preferences are fetched ahead. */
  let isAhead = false
  const warned = new Set<string>()
  let blocks: ReturnType<NonNullable<Layers['blocks']>['createBlocks']> | undefined
  let shown = $view.get()
  let visit: Visit = {}
  let message: string | undefined
  let dismiss: string | undefined
  let notices: Notices | undefined

  /** Where the page, or words of the host that are none, let nothing be drawn, it is asked plainly. */
  const draw = (): void => {
    try {
      drawNow()
    } catch (error) {
      warnOnce(`show the view (${layers?.language})`, error)
      try {
        render(null, container)
      } catch {}
      if ($view.get() === 'guide') consent.openPreferences()
      else askInstead()
    }
  }

  const drawNow = (): void => {
    if (isStill) return
    const view = $view.get()
    const isOpen = isOpened(view)
    const { pending, record } = $state.get()
    const hasBlocks = ownDocument.querySelector(BLOCKS) !== null
    if (view !== 'none') message = dismiss = undefined
    if (view !== 'none' || hasBlocks || options.button)
      load({
        preferences: isOpen || isAhead || hasBlocks || options.button,
        guide: view === 'guide' || hasBlocks,
        // Who has answered before is told why it is asked again.
        record: visit.hasOpenedRecord || (record && pending[0]),
        blocks: hasBlocks,
      })
    if (!place()) return

    // What the page has emptied is drawn anew.
    if (container.parentNode !== root) root.append(container)
    if (!container.firstChild) render(null, container)

    const hadFocus = root.activeElement
    if (layers) {
      element.setAttribute('lang', layers.language)
      container.dir = directionOf(layers.language)
    }
    const { preferences, guide } = layers ?? {}
    for (const css of [appCss, preferences?.preferencesStyles, guide?.code.guideStyles])
      if (css) addStyles(css)
    const props: LayerProps | undefined = layers && {
      consent,
      // Where the page has no place for it, it is a bar.
      options:
        position !== 'inline' || element.hasAttribute('data-inline')
          ? options
          : { ...options, position: 'bottom' },
      layers,
      visit,
      onVisit(more) {
        visit = { ...visit, ...more }
        draw()
      },
      decide,
    }
    show(props)
    // The focus does not fall to `<body>` with what held it.
    const isTurned = isOpen && shown !== view && hadFocus?.closest('dialog')
    if (hadFocus && (isTurned || ownDocument.activeElement === ownDocument.body))
      root.querySelector<HTMLElement>(NEXT[view])?.focus()
    if (view === 'guide' ? guide : preferences) shown = view
  }

  /** Draws what is to be seen: the view, and the blocks of the page. */
  const show = (props: LayerProps | undefined) => {
    const view = $view.get()
    const { long, preferences } = layers ?? {}
    const longProps = long && (props as LayerProps<LongLayers>)
    render(
      <>
        {props &&
          (isOpened(view) && longProps && preferences ? (
            <preferences.Preferences {...longProps} />
          ) : // A question goes on standing there until the preferences have come.
          view !== 'none' && $state.get().pending[0] ? (
            <Banner {...props} />
          ) : (
            options.button && preferences && !dismiss && <preferences.SettingsButton {...props} />
          ))}
        <Status message={message} dismiss={dismiss} onDismiss={() => say()} />
      </>,
      container,
    )
    if (isOpened(view) && isHidden(root.querySelector('dialog'))) return askInstead()
    notices ??= preferences?.createNotices(policy.version)
    const remember = (layer: Element) => notices?.remember(layer, `${layers?.language}`)
    root.querySelectorAll('#banner,form').forEach(remember)
    if (layers?.blocks && longProps) {
      blocks ??= layers.blocks.createBlocks(nonce, remember)
      blocks.draw(longProps)
    }
  }

  /** Puts our element where it belongs, if the page has a place for it already. */
  const place = (): boolean => {
    const space =
      position === 'inline' && ownDocument.querySelector('[data-consent-banner]:not(form)')
    element.toggleAttribute('data-inline', !!space)
    if (space && element.parentNode !== space) space.append(element)
    if (!element.isConnected) ownDocument.body?.prepend(element)
    return element.isConnected
  }

  /** Sends for what is to be drawn with. Until it has come, the old stays. */
  const load = (needed: Readonly<Record<Part, unknown>>) => {
    const parts = (Object.keys(needed) as Part[]).filter(
      part => needed[part] && !missing.includes(part),
    )
    const language = spokenLanguage($state.get().language, texts)
    const what = [language.tag, ...parts].join()
    if (what === wanted) return
    wanted = what
    loadLayers(language, parts, texts).then(
      loaded => {
        if (what !== wanted) return
        if (!layers) whenIdle(fetchAhead)
        for (const [part, error] of loaded.missing)
          warnOnce(`load the ${part} (${language.tag})`, error)
        // Another language that comes in parts: the old one stays, on every layer.
        if (layers?.long && loaded.missing.has('preferences')) return
        layers = loaded
        missing = [...missing, ...loaded.missing.keys()]
        giveWay(loaded.missing)
        draw()
      },
      error => {
        if (what !== wanted || isStill) return
        warnOnce(`load the banner (${language.tag})`, error)
        if (!layers?.long) askInstead()
      },
    )
  }

  /** What was opened and has not come is closed again; who wanted to choose is asked plainly. */
  const giveWay = (lost: ReadonlyMap<Part, unknown>) => {
    const view = $view.get()
    if (isStill || !isOpened(view)) return
    if (lost.has('preferences') && !layers?.long) askInstead()
    else if (view === 'guide' && lost.has('guide')) consent.openPreferences()
  }

  const askInstead = () => {
    if (!isStill) ask(consent)
  }

  const warnOnce = (what: string, error: unknown) => {
    if (!warned.has(what)) warn(`Cannot ${what}.`, error)
    warned.add(what)
  }

  const fetchAhead = () => {
    isAhead = $view.get() !== 'none'
    draw()
  }

  const say = (words?: string, button?: string) => {
    message = words
    dismiss = button
    draw()
  }

  const decide: LayerProps['decide'] = (layer, run, button) => {
    const notice = layer && notices?.find(layer, `${layers?.language}`)
    isStill = true
    try {
      run(notice)
      consent.close()
    } finally {
      isStill = false
    }
    say(layers?.text[outcomeOf($state.get())], button)
  }

  const onEvent = (event: Event) =>
    quietly(() => {
      if (event.target === element) return
      if (event.type === 'focusin') stepAside(element, event.target)
      else if (message) say()
    })

  /** Most of what a page puts in is nothing to the view. */
  const look = () =>
    quietly(() => {
      listen()
      if (
        !element.isConnected ||
        blocks ||
        position === 'inline' ||
        ownDocument.querySelector(BLOCKS)
      )
        draw()
    })

  const listen = () => {
    for (const type of EVENTS) ownDocument.addEventListener(type, onEvent, true)
  }

  const onView = (view: View) => {
    if (isOpened(view)) {
      wanted = undefined
      missing = []
    }
    draw()
  }

  if (theme) container.className = theme
  if (zIndex !== undefined) element.style.setProperty('--consent-z-index', `${zIndex}`)
  // First: options that are none are refused before anything follows the page.
  draw()
  quietly(listen)
  const undos = [watchPage(look), $state.listen(draw), $view.listen(onView)]

  return () => {
    isStill = true
    for (const undo of undos) undo()
    for (const type of EVENTS) ownDocument.removeEventListener(type, onEvent, true)
    blocks?.stop()
    render(null, container)
    element.remove()
  }
}
