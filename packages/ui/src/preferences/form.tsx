import { Fragment, h, type VNode } from 'preact'
import { Button } from '../button.tsx'
import { ChoiceButtons } from '../choice-buttons.tsx'
import type { LayerProps } from '../layer.ts'
import type { LongLayers } from '../load-layers.ts'
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
  const { consent, layers, policyUrl, earlierUrl, decide, surface, isHidden } = props
  const { text, long } = layers
  const { options, $state } = consent
  const { granted, without, signals, status, record } = $state.get()
  const isAnyGranted = Object.values(granted).includes(true)
  const answers = JSON.stringify([granted, without])

  const answer = (event: MouseEvent, isYes?: boolean) => {
    const form = (event.currentTarget as HTMLButtonElement).form as HTMLFormElement
    const { choices, without } = choicesOf(form)
    decide(
      form,
      notice => {
        const origin = { surface, ...notice }
        if (isYes) consent.acceptAll(origin)
        else if (isYes === false) consent.rejectAll(origin)
        else consent.decide(choices, { without, ...origin })
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
      onChange={({ currentTarget, target }) =>
        linkSwitches(currentTarget, target as HTMLInputElement)
      }
    >
      <p>
        {long.intro} {policyUrl && <a href={policyUrl}>{text.policy}</a>}
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
          {record && (
            <details class="record">
              <summary>
                {long.record.heading}:{' '}
                <span data-own="">{timeInWords(record.t, layers.language, 'short')}</span>
              </summary>
              <LastChoice consent={consent} layers={layers} />
            </details>
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
