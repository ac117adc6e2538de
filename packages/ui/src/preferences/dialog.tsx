import type { AnyConsent } from '@spaceone/consent-core'
import type { VNode } from 'preact'
import type { BannerText } from '../banner/text/banner-text.ts'
import { Button } from '../button.tsx'
import { ChoiceButtons } from '../choice-buttons.tsx'
import { purposeName } from '../purpose-name.ts'
import { serviceNames } from '../service-names.ts'
import { Purpose } from './purpose.tsx'
import { resetDrafts } from './reset-drafts.ts'
import { showModal } from './show-modal.ts'
import type { PreferencesText } from './text/preferences-text.ts'

/** What the dialog says and calls. */
export interface DialogProps {
  readonly text: BannerText
  readonly longText: PreferencesText
  readonly categories: AnyConsent['options']['categories']
  readonly granted: Readonly<Record<string, boolean>>
  /** Whether the browser sends Global Privacy Control. */
  readonly hasGpc: boolean
  /** Whether the visitor is one who cannot consent. */
  readonly isRestricted: boolean
  readonly policyUrl: string | undefined
  readonly onAnswer: (answer: boolean) => void
  readonly onSave: (choices: Record<string, boolean>) => void
  /** Esc, the cross and a click beside the dialog: saves nothing. */
  readonly onClose: () => void
}

/** The second layer: a modal dialog with a switch for each purpose. */
export const Dialog = ({
  text,
  longText,
  categories,
  granted,
  hasGpc,
  isRestricted,
  policyUrl,
  onAnswer,
  onSave,
  onClose,
}: DialogProps): VNode => {
  const answers = JSON.stringify(granted)
  const save = (event: MouseEvent) => {
    const { form } = event.currentTarget as HTMLButtonElement
    const on = new FormData(form as HTMLFormElement)
    onSave(Object.fromEntries(Object.keys(categories).map(name => [name, on.has(name)])))
  }
  return (
    <dialog
      id="preferences"
      class="card"
      part="dialog"
      aria-labelledby="heading"
      closedby="any"
      ref={showModal}
      onCancel={onClose}
      // Also said late, after the dialog has gone with its view; then it is old news.
      onClose={event => event.currentTarget.isConnected && onClose()}
    >
      {/* A native submit would save when Enter is pressed on a switch. */}
      <form ref={form => resetDrafts(form, answers)} onSubmit={event => event.preventDefault()}>
        <header>
          <h2 id="heading">{longText.heading}</h2>
          <button
            type="button"
            id="close"
            part="button close"
            aria-label={text.close}
            onClick={onClose}
          >
            ×
          </button>
        </header>
        <p>
          {longText.intro} {policyUrl && <a href={policyUrl}>{text.policy}</a>}
        </p>
        {hasGpc && <p class="note">{longText.gpc}</p>}
        <div class="purpose">
          <strong>{longText.necessary}</strong>
          <span>{longText.always}</span>
          <p>{longText.aboutNecessary}</p>
        </div>
        {isRestricted ? (
          <p class="note">{longText.restricted}</p>
        ) : (
          <>
            <fieldset>
              <legend>{longText.optional}</legend>
              {Object.keys(categories).map(category => {
                const services = serviceNames(categories[category]?.services)
                const about = purposeName(category, longText.about)
                return (
                  <Purpose
                    key={category}
                    category={category}
                    label={capitalised(purposeName(category, text.purposes))}
                    about={about === category ? longText.aboutOther : about}
                    services={services && `${longText.services}: ${services}`}
                    isGranted={granted[category] === true}
                  />
                )
              })}
            </fieldset>
            <footer>
              <ChoiceButtons text={text} onAnswer={onAnswer} />
              <Button id="save" look="primary" label={longText.save} onClick={save} />
            </footer>
          </>
        )}
      </form>
    </dialog>
  )
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
