import { companyOf } from '../collectors/company-of.ts'
import { hostOf, siteOf } from '../collectors/site-of.ts'
import type { PhaseName, SeenRequest } from '../seen.ts'
import { type Group, groupBy } from './group-by.ts'
import type { Page } from './rule.ts'
import type { Contact, Standing } from './verdict.ts'
import { collectorIn } from './what-of.ts'

/**
 * Lists who was contacted on a page in each phase: other sites, collectors on the page's own site,
 * and optional services that the inventory declares on the page's own site.
 */
export const listContacts = (page: Page): readonly Contact[] =>
  page.seen.phases.flatMap(({ name: phase, requests }) => {
    const named = requests.flatMap(request => {
      const one = nameOf(page, request)
      return one ? [{ ...one, request }] : []
    })
    return [...groupBy(named, ({ name, standing }) => `${standing} ${name}`).values()].map(all =>
      contactOf(page, phase, all),
    )
  })

interface Named {
  readonly name: string
  readonly company?: string | undefined
  readonly standing: Standing
}

const nameOf = (page: Page, request: SeenRequest): Named | undefined => {
  const { url } = request
  if (!/^(https?|wss?):/.test(url)) return undefined
  const service = page.declared?.serviceAt(url)
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
  if (page.declared) {
    const isKnown = !collector && page.declared.isNamed(url)
    return { name, company, standing: isKnown ? 'declared' : 'undeclared' }
  }
  return { name, company, standing: collector ? 'known' : 'unknown' }
}

const contactOf = (
  { seen }: Page,
  phase: PhaseName,
  all: Group<Named & { readonly request: SeenRequest }>,
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
