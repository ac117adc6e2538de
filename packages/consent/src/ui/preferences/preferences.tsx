import type { VNode } from 'preact'
import { Button } from '../parts/button.tsx'
import { h } from '../parts/h.ts'
import type { PartProps } from '../parts/part-props.ts'
import { Dialog } from './dialog.tsx'
import { Form } from './form.tsx'

/**
 * Draws the dialog with the preferences or the guide. The guide only hides the form, so that
 * unsaved changes stay.
 */
export const Preferences = (props: PartProps): VNode => {
  const { consent, parts } = props
  const { labels, guide } = parts
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
