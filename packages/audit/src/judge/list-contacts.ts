import { companyOf } from '../collectors/collector-of.ts'
import { hostOf, siteOf } from '../collectors/site-of.ts'
import type { PhaseName, SeenRequest } from '../seen.ts'
import { groupBy, type NonEmpty } from './group-by.ts'
import { collectorIn } from './rules/asked-for.ts'
import type { JudgedPage } from './rules/rule.ts'
import type { Contact } from './verdict.ts'

/**
 * Lists who was contacted on a page in each phase: other sites, collectors on the page's own site,
 * and optional services that the inventory declares on the page's own site.
 */
export const listContacts = (page: JudgedPage): readonly Contact[] =>
  page.seen.phases.flatMap(({ name: phase, requests }) => {
    const named = requests.flatMap(request => {
      const recipient = recipientOf(page, request)
      return recipient ? [{ ...recipient, request }] : []
    })
    const groups = groupBy(named, ({ name, standing }) => `${standing} ${name}`)
    return [...groups.values()].map(all => contactOf(page, phase, all))
  })

type NamedContact = Pick<Contact, 'name' | 'company' | 'standing'>

const recipientOf = (page: JudgedPage, request: SeenRequest): NamedContact | undefined => {
  const { url } = request
  const { declared } = page
  if (!/^(https?|wss?):/.test(url)) return undefined
  const service = declared?.serviceAt(url)
  const collector = collectorIn(page, request)
  const isOther = siteOf(url) !== page.site
  if (!(service && !service.necessary) && !collector && !isOther) return undefined
  const company = collector?.company ?? companyOf(hostOf(url))
  if (service) {
    const standing = service.necessary ? 'necessary' : 'declared'
    const [first] = service.recipients === 'not-stated' ? [] : service.recipients
    return { name: service.name, company: first?.company ?? company, standing }
  }
  const name = collector?.name ?? siteOf(url)
  if (!declared) return { name, company, standing: collector ? 'known' : 'unknown' }
  const isKnown = !collector && declared.isNamed(url)
  return { name, company, standing: isKnown ? 'declared' : 'undeclared' }
}

const contactOf = (
  { seen }: JudgedPage,
  phase: PhaseName,
  all: NonEmpty<NamedContact & { readonly request: SeenRequest }>,
): Contact => ({
  page: seen.url,
  phase,
  name: all[0].name,
  company: all[0].company,
  hosts: [...new Set(all.map(({ request }) => hostOf(request.url)))],
  requests: all.length,
  held: all.filter(({ request }) => request.isHeld).length,
  answers: [...new Set(all.map(({ request }) => request.answer))],
  standing: all[0].standing,
})
