/** The parameters that a collector's server needs to answer with the right script. */
interface ScriptRow {
  /** Matches the addresses of scripts, without `https://`. */
  readonly script: RegExp
  readonly parameters: readonly string[]
}

/**
 * Collectors whose scripts need parameters. Each row links to a page or code that has the
 * parameters.
 */
const ROWS: readonly ScriptRow[] = [
  {
    // On any host, because a site can serve Google's scripts from a server of its own: the id of the
    // tag, the name of the data layer, the environment.
    // https://developers.google.com/tag-platform/tag-manager/datalayer
    // https://developers.google.com/tag-platform/tag-manager/troubleshooting/environments
    script: /\?(.*&)?id=(AW|DC|G|GT|GTM|OPT|UA)-\w/,
    parameters: ['id', 'l', 'cx', 'gtm_auth', 'gtm_preview', 'gtm_cookies_win'],
  },
  {
    // https://support.google.com/adsense/answer/9274516
    script: /^pagead2\.googlesyndication\.com\//,
    parameters: ['client'],
  },
  {
    // https://github.com/dataunlocker/save-analytics-from-content-blockers/issues/32
    script: /^connect\.facebook\.net\/signals\//,
    parameters: ['v', 'r'],
  },
  {
    // https://github.com/rudderlabs/rudder-sdk-js/tree/develop/packages/analytics-js-integrations/src/integrations/TiktokAds
    script: /^analytics\.tiktok\.com\//,
    parameters: ['sdkid', 'lib'],
  },
  {
    // https://github.com/rudderlabs/rudder-sdk-js/tree/develop/packages/analytics-js-integrations/src/integrations/Hotjar
    script: /^static\.hotjar\.com\//,
    parameters: ['sv'],
  },
  {
    // https://github.com/rudderlabs/rudder-sdk-js/tree/develop/packages/analytics-js-integrations/src/integrations/Criteo
    script: /^dynamic\.criteo\.com\//,
    parameters: ['a'],
  },
  {
    // https://github.com/rudderlabs/rudder-sdk-js/tree/develop/packages/analytics-js-integrations/src/integrations/VWO
    script: /^dev\.visualwebsiteoptimizer\.com\//,
    parameters: ['a'],
  },
]

/**
 * Returns the address at which the audit fetches a collector's script: the address without the
 * parameters that `ROWS` does not name, because these can tell the collector about the visit.
 */
export const scriptAddress = (address: string): string => {
  const url = new URL(address)
  const row = ROWS.find(({ script }) => script.test(`${url.hostname}${url.pathname}${url.search}`))
  for (const name of new Set(url.searchParams.keys()))
    if (!row?.parameters.includes(name)) url.searchParams.delete(name)
  return url.href
}
