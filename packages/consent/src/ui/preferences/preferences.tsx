import type { VNode } from 'preact'
import { Button } from '../button.tsx'
import { h } from '../h.ts'
import { laterCss } from '../later.css.ts'
import type { LayerProps } from '../layer.ts'
import type { LongLayers } from '../load-layers.ts'
import { Dialog } from './dialog.tsx'
import { Form } from './form.tsx'
import { preferencesCss } from './preferences.css.ts'

// The first moment of the banner does without these.
export { createNotices } from '../notice.ts'
export { SettingsButton } from '../settings-button.tsx'
// What the blocks of a page and the record show, too: they get it from here and need no file that all load.
export { CookieTable } from './cookie-table.tsx'
export { cookiesOf, ownCookies } from './cookies-of.ts'
export { Form } from './form.tsx'
export { LastChoice } from './last-choice.tsx'
export { recordInWords } from './record-in-words.ts'

/** The styles that come with the preferences. */
export const preferencesStyles: string = laterCss + preferencesCss

/** Draws the dialog: the preferences or, while they wait with the visitor's draft, the guide. */
export const Preferences = (props: LayerProps<LongLayers>): VNode => {
  const { consent, layers } = props
  const { text, long, guide } = layers
  const isGuide = !!guide && consent.$view.get() === 'guide'
  return (
    <Dialog
      heading={isGuide ? guide.text.heading : long.heading}
      close={text.close}
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
