import { ownDocument } from '../../shared/own-document.ts'
import type { Fact } from '../parts/facts.tsx'
import { buildElement } from '../view/build-element.ts'
import { createButton } from '../view/create-button.ts'
import type { Stage } from '../view/stage.ts'
import { takeOff } from '../view/take-off.ts'
import { describedServices } from '../words/described-services.ts'
import type { Words } from '../words/load-words.ts'
import { policyUrl } from '../words/policy-url.ts'
import { purposesInWords } from '../words/purposes.ts'

/** The banner. */
export interface Banner {
  readonly element: HTMLElement
  /** Writes the texts of the banner. */
  readonly write: (words: Words) => void
}

/**
 * Creates the banner: a named region, not a dialog, with the details in a `<details>` element. A
 * change of texts keeps the elements, so that the focus stays and open details stay open.
 */
export const createBanner = ({ consent, options, decide, intend }: Stage): Banner => {
  const { $state } = consent
  const { policy } = consent.options
  const heading = buildElement('h2', { id: 'heading' })
  const why = buildElement('span')
  const lead = ownDocument.createTextNode('')
  const link = buildElement('a')
  const line = buildElement('p', {}, why, lead, ' ')
  const more = buildElement('summary')
  const facts = buildElement('div')
  const open = createButton('open-preferences', 'quiet', consent.openPreferences)
  open.onpointerenter = open.onfocus = () => intend('preferences')
  /**
   * Creates an answer button. Both answers have the same element and look: refusing must be as easy
   * as accepting.
   */
  // @see https://www.cnil.fr/en/cookies-and-other-tracking-devices-cnil-publishes-new-guidelines
  const answer = (id: string, isYes: boolean) =>
    createButton(id, 'choice', event => {
      // The click decides only the pending categories, so that earlier answers stay.
      const choices = $state.get().pending.map(category => [category, isYes])
      decide(element, notice =>
        consent.decide(Object.fromEntries(choices), {
          event,
          surface: 'banner',
          method: isYes ? 'accept' : 'reject',
          ...notice,
        }),
      )
    })
  const reject = answer('reject-all', false)
  const accept = answer('accept-all', true)
  const element = buildElement(
    'section',
    {
      id: 'banner',
      class: `card ${options.position ?? ''}`,
      part: 'banner',
      'aria-labelledby': 'heading',
    },
    buildElement(
      'div',
      { class: 'text' },
      heading,
      line,
      buildElement('details', {}, more, facts),
      open,
    ),
    buildElement('div', { class: 'choices' }, reject, accept),
  )

  const write = (words: Words) => {
    const state = $state.get()
    const { language, text } = words
    const url = policyUrl(policy.url, state.language, language)
    const purposes = purposesInWords(consent.options, state.pending, text.purposes, language)
    heading.textContent = text.heading
    why.replaceChildren(...(words.why ?? []))
    lead.data = text.lead.replace('{purposes}', () => purposes)
    link.textContent = text.policy
    link.href = `${url}`
    element.classList.toggle('slim', location.href.split(/[?#]/)[0] === link.href)
    if (!url) takeOff(link)
    else if (!link.parentNode) line.append(link)
    more.textContent = text.more
    const services = state.pending.flatMap(category =>
      describedServices(consent.options, category, words),
    )
    facts.replaceChildren(
      ...services.flatMap(([name, facts]) => [
        ...(services[1] ? [buildElement('h3', {}, name)] : []),
        factList(facts),
      ]),
      factList([text.right]),
    )
    open.textContent = text.preferences
    const isMore = state.pending[1]
    reject.textContent = text[isMore ? 'rejectAll' : 'reject']
    accept.textContent = text[isMore ? 'acceptAll' : 'accept']
  }
  return { element, write }
}

const factList = (facts: readonly Fact[]): Element =>
  buildElement(
    'dl',
    {},
    ...facts.map(([term, description]) =>
      buildElement('div', {}, buildElement('dt', {}, term), buildElement('dd', {}, description)),
    ),
  )
