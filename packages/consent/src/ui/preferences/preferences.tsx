import type { VNode } from 'preact'
import { Button } from '../layers/button.tsx'
import { h } from '../layers/h.ts'
import type { LayerProps } from '../layers/layer.ts'
import { Dialog } from './dialog.tsx'
import { Form } from './form.tsx'

/**
 * Draws the dialog with the preferences or the guide. The guide only hides the form, so that
 * unsaved changes stay.
 */
export const Preferences = (props: LayerProps): VNode => {
  const { consent, layers } = props
  const { labels, guide } = layers
  const isGuide = !!guide && consent.$view.get() === 'guide'
  return (
    <Dialog
      heading={isGuide ? guide.text.heading : labels.heading}
      close={labels.close}
      onClose={consent.close}
      back={
        isGuide && (
          <Button
            id="back"
            look="quiet"
            label={guide.text.back}
            onClick={consent.openPreferences}
          />
        )
      }
    >
      <Form {...props} surface="preferences" isHidden={isGuide} />
      {isGuide && (
        <section id="guide">
          <guide.code.GuidePanel {...props} />
        </section>
      )}
    </Dialog>
  )
}
