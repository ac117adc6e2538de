import { Fragment, type VNode } from 'preact'
import { Button } from '../later-parts/button.tsx'
import { h } from '../later-parts/h.ts'
import type { PartProps } from '../later-parts/part-props.ts'
import { timeInWords } from '../words/time-in-words.ts'
import { Details } from './details.tsx'
import { Purpose } from './purpose.tsx'
import { changedSwitches, choicesOf, linkSwitches, setSwitches } from './switches.ts'

/**
 * Properties of the form. `surface` is `preferences` in the dialog, `inline` in an element with
 * `data-consent-preferences`.
 */
export interface FormProps extends PartProps {
  readonly surface: 'preferences' | 'inline'
  readonly isHidden?: boolean
}

/**
 * Draws the purposes with their switches and details, and the buttons that decide; in the status
 * `restricted` neither optional purposes nor these buttons.
 */
export const Form = (props: FormProps): VNode => {
  const { consent, parts, decide, surface, isHidden, visit, onIntent } = props
  const { text, labels } = parts
  const { options, $state } = consent
  const { granted, without, signals, status, record } = $state.get()
  const { policy } = options
  const [url, earlierUrl] = [policy.url, policy.earlier].map(address => parts.policyUrl(address))
  const isAnyGranted = Object.values(granted).includes(true)
  const answers = JSON.stringify([granted, without, record?.n])
  const isDialog = surface === 'preferences'
  // A decision discards the draft.
  if (visit.draft?.[0] !== answers) visit.draft = [answers]
  const draft = isDialog ? visit.draft : []

  const answer = (event: MouseEvent, isYes?: boolean) => {
    const { form } = event.currentTarget as HTMLButtonElement
    const switches = form && choicesOf(form)
    decide(
      form,
      notice => {
        const origin = { event, surface, ...notice }
        if (isYes) consent.acceptAll(origin)
        else if (isYes === undefined && switches)
          consent.decide(switches.choices, { without: switches.without, ...origin })
        // If the switches cannot be read, reject all: the visitor may have switched a purpose off.
        else consent.rejectAll(origin)
      },
      labels.close,
      isAnyGranted && labels.withdrawn,
    )
  }

  return (
    // A native submit would save when the visitor presses Enter on a switch.
    <form
      class={surface}
      hidden={isHidden}
      ref={form => setSwitches(form, answers, draft)}
      onSubmit={event => event.preventDefault()}
      onChange={event => {
        linkSwitches(event.currentTarget, event.target as HTMLInputElement)
        if (isDialog) visit.draft = [answers, ...changedSwitches(event.currentTarget)]
      }}
    >
      {draft[1] && (
        // `data-own`: the notice's hash leaves out the sentence about unsaved changes.
        <p id="unsaved" class="note" data-own="">
          {labels.unsaved}
        </p>
      )}
      <p>
        {labels.intro} {url && <a href={url}>{text.policy}</a>}
        {earlierUrl && (
          <>
            {' · '}
            <a href={earlierUrl}>{labels.earlier}</a>
          </>
        )}
      </p>
      {signals.gpc && <p class="note">{isAnyGranted ? labels.gpcOverruled : labels.gpc}</p>}
      <div class="purpose" part="purpose">
        <h3>{labels.necessary}</h3>
        <span>{labels.always}</span>
        <p>{labels.aboutNecessary}</p>
        <Details {...props} name={labels.necessary} services={[]} options={options} />
      </div>
      {status === 'restricted' ? (
        <p class="note">{labels.restricted}</p>
      ) : (
        <fieldset>
          <legend>{labels.optional}</legend>
          {Object.keys(options.categories).map(category => (
            <Purpose key={category} {...props} category={category} />
          ))}
        </fieldset>
      )}
      {isDialog && (
        <>
          {(record || consent.history()[0]) && (
            // `data-own`: the visitor's own data is not part of the notice.
            <details
              id="record"
              data-own=""
              onPointerEnter={() => onIntent('record')}
              onFocusIn={() => onIntent('record')}
              onToggle={() => onIntent('record', true)}
            >
              <summary>
                {record
                  ? `${labels.record.heading}: ${timeInWords(record.t, parts.language, 'short')}`
                  : labels.record.earlier}
              </summary>
              {(parts.record && <parts.record.code.WholeRecord {...props} />) || '…'}
            </details>
          )}
          {visit.hasErased && !record && (
            <p id="erased" class="note" role="status" tabIndex={-1} ref={takeFocus} data-own="">
              {parts.record?.text.erased}
            </p>
          )}
          <Button
            id="open-guide"
            look="quiet"
            label={labels.guide}
            onClick={consent.openGuide}
            onIntent={() => onIntent('guide')}
          />
        </>
      )}
      {status !== 'restricted' && (
        <div class="foot">
          {/* The same element and look, so that refusing is as easy as accepting.
            https://www.cnil.fr/en/cookies-and-other-tracking-devices-cnil-publishes-new-guidelines */}
          <div class="choices">
            <Button
              id="reject-all"
              look="choice"
              label={text.rejectAll}
              onClick={event => answer(event, false)}
            />
            <Button
              id="accept-all"
              look="choice"
              label={text.acceptAll}
              onClick={event => answer(event, true)}
            />
          </div>
          <Button id="save" look="primary" label={labels.save} onClick={answer} />
        </div>
      )}
    </form>
  )
}

/** Focuses the message about erasing: the focused button was removed together with the record. */
const takeFocus = (message: HTMLElement | null): void => message?.focus()
