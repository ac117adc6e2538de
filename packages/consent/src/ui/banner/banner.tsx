import type { VNode } from 'preact'
import { quietly } from '../../shared/quietly.ts'
import { Button } from '../button.tsx'
import { ChoiceButtons } from '../choice-buttons.tsx'
import { Facts } from '../facts.tsx'
import { fill } from '../fill.ts'
import { h } from '../h.ts'
import type { LayerProps } from '../layer.ts'
import { policyUrl } from '../policy-url.ts'
import { purposesInWords } from '../purposes.ts'
import { serviceNames } from '../service-names.ts'

/** The first layer: a named region, not a dialog. The long items are one tap away in it. */
export const Banner = ({ consent, options, layers, decide }: LayerProps): VNode => {
  const { text, language, record } = layers
  const { pending, language: wanted } = consent.$state.get()
  const url = policyUrl(consent.options.policy.url, wanted, language)
  const purposes = purposesInWords(consent.options, pending, text.purposes, language)
  const hasGoogle = /google/i.test(purposes + serviceNames(consent.options.services))
  const answerAll = (event: MouseEvent, isYes: boolean) =>
    decide(
      quietly(() => (event.currentTarget as Element).closest('section')),
      notice =>
        // What was answered before is not asked here, and stays as it is.
        consent.decide(Object.fromEntries(pending.map(category => [category, isYes])), {
          surface: 'banner',
          method: isYes ? 'accept' : 'reject',
          ...notice,
        }),
    )
  return (
    <section id="banner" class={`card ${options.position}`} part="banner" aria-labelledby="heading">
      <h2 id="heading">{text.heading}</h2>
      <p>
        {record && <record.code.WhyAgain consent={consent} layers={layers} />}
        {fill(text.lead, { purposes })} {url && <a href={url}>{text.policy}</a>}
      </p>
      <details>
        <summary>{text.more}</summary>
        <Facts facts={text.details.slice(hasGoogle ? 0 : -1)} />
      </details>
      <div class="buttons">
        <Button
          id="open-preferences"
          look="quiet"
          label={text.preferences}
          onClick={consent.openPreferences}
        />
        <ChoiceButtons text={text} onAnswer={answerAll} />
      </div>
    </section>
  )
}
