import { drawFacts, type Make } from '../../inventory/index.ts'
import { buildElement } from '../../shared/build-element.ts'
import { ownDocument } from '../../shared/platform.ts'
import { createButton, takeOff } from '../view/elements.ts'
import type { ViewContext } from '../view/view-context.ts'
import type { BannerWords } from '../words/load-words.ts'
import { bannerContent } from './banner-content.ts'

/** The banner. */
export interface Banner {
  readonly element: HTMLElement
  /** Writes the texts of the banner. */
  readonly write: (words: BannerWords) => void
}

/**
 * Creates the banner: a named region, not a dialog. A change of texts keeps the elements, except
 * those in the details, so that the focus on a button stays and open details stay open.
 */
export const createBanner = ({ consent, options, decide, intend }: ViewContext): Banner => {
  const { $state } = consent
  const heading = buildElement('h2', { id: 'heading' })
  const why = buildElement('span')
  const lead = ownDocument.createTextNode('')
  const link = buildElement('a')
  const line = buildElement('p', {}, why, lead, ' ')
  const more = buildElement('summary')
  const facts = buildElement('div')
  const open = createButton('open-preferences', 'quiet')
  open.onclick = consent.openPreferences
  open.onpointerenter = open.onfocus = () => intend('preferences')
  // Both answers have the same element and look: refusing must be as easy as accepting.
  // @see https://www.cnil.fr/en/cookies-and-other-tracking-devices-cnil-publishes-new-guidelines
  const answer = (id: string, isYes: boolean) => {
    const button = createButton(id, 'choice')
    button.onclick = event => {
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
    }
    return button
  }
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

  const write = (words: BannerWords) => {
    const content = bannerContent(consent, words)
    const { url } = content
    heading.textContent = content.heading
    why.replaceChildren(...(words.why ?? []))
    lead.data = content.lead
    link.textContent = content.policy
    link.href = `${url}`
    element.classList.toggle('slim', location.href.split(/[?#]/)[0] === link.href)
    if (!url) takeOff(link)
    else if (!link.parentNode) line.append(link)
    more.textContent = content.more
    facts.replaceChildren(
      ...content.details.map(block =>
        'facts' in block
          ? drawFacts(buildElement as Make<Element>, block.facts)
          : buildElement('h3', {}, block.heading),
      ),
    )
    open.textContent = content.preferences
    reject.textContent = content.reject
    accept.textContent = content.accept
  }
  return { element, write }
}
