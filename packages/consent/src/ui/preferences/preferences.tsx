import type { VNode } from 'preact'
import { Button } from '../later-parts/button.tsx'
import { h } from '../later-parts/h.ts'
import type { PartProps } from '../later-parts/part-props.ts'
import { Form } from './form.tsx'

/**
 * Draws the modal dialog with the preferences or the guide. Esc, the close button and, in browsers
 * with `closedby`, a click beside the dialog close it without saving. The guide only hides the
 * form, so that unsaved changes stay.
 */
export const Preferences = (props: PartProps): VNode => {
  const { consent, parts } = props
  const { labels, guide } = parts
  const isGuide = !!guide && consent.$view.get() === 'guide'
  return (
    <dialog
      id="preferences"
      class="card"
      part="dialog"
      aria-labelledby="heading"
      aria-describedby="unsaved"
      closedby="any"
      ref={showModal}
      onCancel={consent.close}
      // Ignore the event if the dialog has been removed already.
      onClose={event => event.currentTarget?.isConnected !== false && consent.close()}
    >
      {/* A `<header>` outside of sectioning content would be a landmark of the page, so use a `<div>`. */}
      <div class="head">
        {isGuide && (
          <Button
            id="back"
            look="quiet"
            label={guide.text.back}
            onClick={consent.openPreferences}
          />
        )}
        <h2 id="heading">{isGuide ? guide.text.heading : labels.heading}</h2>
        <button
          type="button"
          id="close"
          part="button close"
          aria-label={labels.close}
          onClick={consent.close}
        >
          ×
        </button>
      </div>
      <Form {...props} surface="preferences" isHidden={isGuide} />
      {isGuide && (
        <section id="guide">
          <guide.code.GuidePanel {...props} />
        </section>
      )}
    </dialog>
  )
}

/**
 * Opens a dialog, modal where browsers can. Returns a function that closes it: only then does the
 * browser give the focus back.
 */
const showModal = (dialog: HTMLDialogElement | null): (() => void) | undefined => {
  if (!dialog) return undefined
  // jsdom and old browsers have no `showModal`.
  if (dialog.showModal) dialog.showModal()
  else dialog.setAttribute('open', '')
  return () => dialog.close?.()
}
