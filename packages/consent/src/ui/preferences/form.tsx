import { Fragment, type VNode } from 'preact'
import { quietly } from '../../shared/quietly.ts'
import { Button } from '../button.tsx'
import { ChoiceButtons } from '../choice-buttons.tsx'
import { h } from '../h.ts'
import type { LayerProps } from '../layer.ts'
import type { LongLayers } from '../load-layers.ts'
import { policyUrl } from '../policy-url.ts'
import { choicesOf, linkSwitches } from './choices-of.ts'
import { CookieTable } from './cookie-table.tsx'
import { ownCookies } from './cookies-of.ts'
import { LastChoice } from './last-choice.tsx'
import { Purpose } from './purpose.tsx'
import { timeInWords } from './record-in-words.ts'
import { resetDrafts } from './reset-drafts.ts'

/** What tells the form in the dialog from the one in a page. */
export interface FormProps extends LayerProps<LongLayers> {
  readonly surface: 'preferences' | 'inline'
  readonly isHidden?: boolean
}

/** The switches, what is said of each purpose, and the buttons that decide. */
export const Form = (props: FormProps): VNode => {
  const { consent, layers, decide, surface, isHidden, visit, onVisit } = props
  const { text, long } = layers
  const { options, $state } = consent
  const { granted, without, signals, status, record, language } = $state.get()
  const [url, earlierUrl] = [options.policy.url, options.policy.earlier].map(address =>
    policyUrl(address, language, layers.language),
  )
  const isAnyGranted = Object.values(granted).includes(true)
  const answers = JSON.stringify([granted, without])

  const answer = (event: MouseEvent, isYes?: boolean) => {
    const form = quietly(() => (event.currentTarget as HTMLButtonElement).form)
    const said = quietly(() => form && choicesOf(form))
    decide(
      form,
      notice => {
        const origin = { surface, ...notice }
        if (isYes) consent.acceptAll(origin)
        else if (isYes === undefined && said)
          consent.decide(said.choices, { without: said.without, ...origin })
        // Also where the switches cannot be read: something may have been switched off.
        else consent.rejectAll(origin)
      },
      text.close,
    )
  }

  return (
    // A native submit would save when Enter is pressed on a switch.
    <form
      class={surface}
      hidden={isHidden}
      ref={form => resetDrafts(form, answers)}
      onSubmit={event => event.preventDefault()}
      onChange={event =>
        quietly(() => linkSwitches(event.currentTarget, event.target as HTMLInputElement))
      }
    >
      <p>
        {long.intro} {url && <a href={url}>{text.policy}</a>}
        {earlierUrl && (
          <>
            {' · '}
            <a href={earlierUrl}>{long.earlier}</a>
          </>
        )}
      </p>
      {signals.gpc && <p class="note">{isAnyGranted ? long.gpcOverruled : long.gpc}</p>}
      <div class="purpose" part="purpose">
        <strong>{long.necessary}</strong>
        <span>{long.always}</span>
        <p>{long.aboutNecessary}</p>
        <details>
          <summary>{long.details}</summary>
          <CookieTable
            columns={long.columns}
            rows={ownCookies(options, long)}
            label={long.necessary}
          />
        </details>
      </div>
      {status === 'restricted' ? (
        <p class="note">{long.restricted}</p>
      ) : (
        <fieldset>
          <legend>{long.optional}</legend>
          {Object.keys(options.categories).map(category => (
            <Purpose key={category} consent={consent} layers={layers} category={category} />
          ))}
        </fieldset>
      )}
      {surface === 'preferences' && (
        <>
          {(record || consent.history()[0]) && (
            // It is the visitor's own, no part of the notice.
            <details id="record" data-own="" onToggle={() => onVisit({ hasOpenedRecord: true })}>
              <summary>
                {record
                  ? `${long.record.heading}: ${timeInWords(record.t, layers.language, 'short')}`
                  : long.record.earlier}
              </summary>
              {record && <LastChoice consent={consent} layers={layers} />}
              {layers.record && <layers.record.code.WholeRecord {...props} />}
            </details>
          )}
          {visit.hasErased && !record && (
            <p id="erased" class="note" role="status" tabIndex={-1} ref={takeFocus} data-own="">
              {layers.record?.text.erased}
            </p>
          )}
          <Button id="open-guide" look="quiet" label={long.guide} onClick={consent.openGuide} />
        </>
      )}
      {status !== 'restricted' && (
        <div class="foot">
          <ChoiceButtons text={text} onAnswer={answer} />
          <Button id="save" look="primary" label={long.save} onClick={answer} />
        </div>
      )}
    </form>
  )
}

/** What held the focus has gone with the record. */
const takeFocus = (message: HTMLElement | null): void => message?.focus()
