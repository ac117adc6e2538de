import { render } from 'preact'
import type { View } from '../../core/index.ts'
import { buildElement } from '../../shared/build-element.ts'
import { findAll, ownDocument } from '../../shared/platform.ts'
import { keysIn } from '../../shared/services.ts'
import { callIn } from '../../shared/timers.ts'
import type { PageBlocks } from '../blocks/create-page-blocks.tsx'
import { Preferences } from '../preferences/preferences.tsx'
import { askPlainly, isOpened } from '../view/ask-plainly.ts'
import { createButton, takeOff, writeText } from '../view/elements.ts'
import type { Parts, ViewContext } from '../view/view-context.ts'
import { h } from './h.ts'
import { createPartLoader } from './part-loader.ts'
import type { LoadedParts, PartProps, Visit } from './part-props.ts'
import { partsCss } from './parts.css.ts'
import { isHonoured, SettingsButton } from './settings-button.tsx'

/** Selects what gets the focus when the visitor turns from the preferences to the guide or back. */
const NEXT: { readonly [Opened in View]?: string } = { guide: '#back', preferences: '#open-guide' }

/** Starts the preferences, the guide, the settings button, and the blocks that the page has. */
export const startParts = (context: ViewContext): Parts => {
  const { consent, options, host, status, decide } = context
  const { $state, $view } = consent
  const { root } = host
  host.addStyles(partsCss)
  const place = buildElement('div')
  const loader = createPartLoader(context)
  /** The button that closes the status message. */
  const dismiss = createButton('dismiss', 'quiet')
  dismiss.onclick = () => {
    context.message = context.dismiss = ''
    context.draw()
  }
  const hasAnalytics = /Analytics|Tag Manager/.test(`${keysIn(consent.options)}`)
  let hasGuideStyles = false
  let visit: Visit = {}
  /** The value of `$view` at the last call of `draw`. */
  let last: View | undefined
  /** The value of `$view` that was drawn last. */
  let shown = $view.get()
  let blocks: PageBlocks | undefined

  const drawParts = (parts: LoadedParts, view: View): boolean => {
    const isOpen = isOpened(view)
    const props: PartProps = {
      consent,
      options,
      parts,
      visit,
      onVisit(more) {
        visit = { ...visit, ...more }
        context.draw()
      },
      onIntent(part, isOpen) {
        if (isOpen) loader.retry()
        context.intend(part)
      },
      decide,
      hasAnalytics,
    }
    writeText(dismiss, `${context.dismiss}`)
    if (!context.dismiss) takeOff(dismiss)
    // Insert `dismiss` only once: if a button moves between the press and the release of the mouse,
    // the browser drops the click.
    else if (dismiss.parentNode !== status) status.append(dismiss)
    if (parts.guide && !hasGuideStyles) host.addStyles(parts.guide.code.guideCss)
    hasGuideStyles ||= !!parts.guide
    if (!place.isConnected) status.before(place)
    // If the page has emptied `place`, preact must forget its old nodes.
    if (!place.firstChild) render(null, place)
    const hadFocus = root.activeElement
    const isClosed = view === 'none'
    // The message of a decision says the same, and has more room above a button without the line.
    const isSaying = isClosed && !context.dismiss && isHonoured($state.get())
    const hasButton =
      isClosed &&
      (options.button ||
        (isSaying && !visit.isSignalClosed && !findAll('[data-consent-status]')[0]))
    place.className = hasButton ? 'corner' : ''
    render(
      isOpen ? (
        <Preferences {...props} />
      ) : (
        hasButton && <SettingsButton {...props} line={isSaying && parts.labels.honoured} />
      ),
      place,
    )
    const isTurned = isOpen && shown !== view && hadFocus?.closest('dialog')
    if (hadFocus && (isTurned || ownDocument.activeElement === ownDocument.body))
      root.querySelector<HTMLElement>(`${NEXT[view]}`)?.focus()
    if (view !== 'guide' || parts.guide) shown = view
    if (parts.blocks) {
      blocks ??= parts.blocks.createPageBlocks(host, context.remember)
      blocks.draw(props)
    }
    root.querySelectorAll('form').forEach(context.remember)
    // `askPlainly` calls `confirm()`, which stops all script until the visitor answers. Call
    // `askPlainly` after this drawing has ended.
    callIn(0, () => {
      if (isOpen && isHidden(root.querySelector('dialog'))) askPlainly(consent)
    })
    return isOpen
  }

  return {
    draw() {
      const view = $view.get()
      // When the visitor opens the preferences or the guide, request failed parts again.
      if (view !== last && isOpened(view)) loader.retry()
      last = view
      loader.load({
        preferences: true,
        guide: view === 'guide' || context.hasBlocks || context.intended.guide,
        stored: context.hasBlocks || context.intended.stored,
        record: context.hasBlocks || context.intended.record,
        blocks: context.hasBlocks,
      })
      const parts = loader.parts()
      if (!parts) return false
      try {
        return drawParts(parts, view)
      } catch (error) {
        // The page, or an invalid text of the site, has prevented the drawing.
        loader.warnOnce('view', parts.language, error)
        place.replaceChildren()
        if (view === 'guide') consent.openPreferences()
        else askPlainly(consent)
        return false
      }
    },
    stop() {
      loader.stop()
      blocks?.stop()
      render(null, place)
    },
  }
}

/** Returns whether a style sheet hides the modal dialog, which would make the page unusable. */
const isHidden = (dialog: HTMLDialogElement | null): boolean =>
  dialog?.isConnected === true && dialog.checkVisibility?.({ checkVisibilityCSS: true }) === false
