import { XMLParser } from 'fast-xml-parser'

const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: name => name === 'url' || name === 'sitemap',
})

/** The addresses in a sitemap: of pages, or of further sitemaps. */
export interface Sitemap {
  readonly pages: readonly string[]
  readonly sitemaps: readonly string[]
}

type Entries = readonly { readonly loc?: unknown }[] | undefined

const addressesIn = (entries: Entries): readonly string[] =>
  (entries ?? []).flatMap(({ loc }) => (typeof loc === 'string' && loc ? [loc] : []))

/**
 * Reads the XML of a sitemap, or of an index of sitemaps. Returns empty lists for any other text.
 *
 * @see https://www.sitemaps.org/protocol.html
 */
export const readSitemap = (xml: string): Sitemap => {
  try {
    const { urlset, sitemapindex } = parser.parse(xml)
    return { pages: addressesIn(urlset?.url), sitemaps: addressesIn(sitemapindex?.sitemap) }
  } catch {
    return { pages: [], sitemaps: [] }
  }
}
