// @ts-check

/** The sections of the annex that the SDK fills. */
const SECTIONS = /** @type {const} */ ([
  'cookies',
  'behavioural',
  'transfers',
  'recipients',
  'external-transmission',
])

/** @param {readonly string[]} items @param {string} pad */
const list = (items, pad) => items.map(item => `${pad}<li>${item}</li>`).join('\n')

/**
 * Returns the id of an article's element on the page.
 *
 * @param {string} number
 */
const idOf = number => (number === '9' ? 'cookies' : `article-${number}`)

/**
 * Returns the contents of the privacy policy.
 *
 * @param {import('./layout.mjs').Words} words
 */
export const privacy = ({ privacy: words }) => {
  const { articles, cookies, annex } = words
  const cell = (/** @type {string} */ label, /** @type {string} */ text) =>
    `                      <td data-label="${label}">${text}</td>`

  /** Returns a row of the site's own table of cookies, which the SDK replaces by its table. */
  const row = (
    /** @type {string} */ name,
    /** @type {string} */ purpose,
    /** @type {string} */ days,
    /** @type {string} */ setBy,
    /** @type {string} */ operator,
  ) => `                    <tr>
                      <th scope="row"><code>${name}</code></th>
${cell(cookies.purpose, purpose)}
${cell(cookies.days, days)}
${cell(cookies.setBy, setBy)}
${cell(cookies.operator, operator)}
                    </tr>`

  /** Returns the HTML of Article 9, with the table of cookies. */
  const cookieArticle = (/** @type {string} */ text) => `<p>${text}</p>
              <h3>${cookies.statistics}</h3>
              <p>${cookies.google}</p>
              <h3 id="cookie-table">${cookies.table}</h3>
              <div data-consent-cookies>
                <table class="cookies" aria-labelledby="cookie-table">
                  <thead>
                    <tr>
                      <th scope="col">${cookies.name}</th>
                      <th scope="col">${cookies.purpose}</th>
                      <th scope="col">${cookies.days}</th>
                      <th scope="col">${cookies.setBy}</th>
                      <th scope="col">${cookies.operator}</th>
                    </tr>
                  </thead>
                  <tbody>
${row('spaceone_consent', cookies.consentPurpose, cookies.consentDays, cookies.firstParty, 'SpaceONE')}
${row('_ga', cookies.gaPurpose, cookies.gaDays, cookies.forGoogle, cookies.analytics)}
${row('_ga_&lt;ID&gt;', cookies.sessionPurpose, cookies.gaDays, cookies.forGoogle, cookies.analytics)}
                  </tbody>
                </table>
                <p class="aside">${cookies.id}</p>
              </div>
              <h3>${cookies.refuse}</h3>
              <p>${cookies.anyTime}</p>
              <div data-consent-preferences>
                <p><button class="button" type="button" data-consent-open>${cookies.open}</button></p>
              </div>
              <h3>${cookies.choice}</h3>
              <div data-consent-status>
                <p>${cookies.noChoice}</p>
              </div>
              <h3>${cookies.browser}</h3>
              <div data-consent-guide>
                <p>${cookies.inBrowser}</p>
                <p>${cookies.optOut}</p>
              </div>`

  /** @param {string} number @param {string} text */
  const body = (number, text) => {
    if (number === '2')
      return `<ul>
${list(words.collected, '                ')}
              </ul>
              <p>${text}</p>`
    if (number === '9') return cookieArticle(text)
    if (number === '15')
      return `<p>${text}</p>
              <ul>
${list(words.earlier, '                ')}
              </ul>`
    return `<p>${text}</p>`
  }

  return `<div class="page-head">
        <div class="wrap stack">
          <p class="kicker">${words.kicker}</p>
          <h1>${words.heading}</h1>
          <p class="lead">${words.lead}</p>
          <p class="aside">${words.aside}</p>
        </div>
      </div>

      <div class="block">
        <div class="wrap policy">
          <nav class="contents" aria-labelledby="contents-title">
            <h2 id="contents-title">${words.contents}</h2>
            <ol>
${list(
  [
    ...Object.entries(articles).map(
      ([number, { title }]) => `<a href="#${idOf(number)}">${title}</a>`,
    ),
    `<a href="#collected">${annex.title}</a>`,
  ],
  '              ',
)}
            </ol>
          </nav>
          <article class="articles">
${Object.entries(articles)
  .map(([number, { title, text }]) => {
    const id = idOf(number)
    const marked = number === '9' ? ' class="marked"' : ''
    return `            <section id="${id}" aria-labelledby="${id}-title"${marked}>
              <h2 id="${id}-title">${title}</h2>
              ${body(number, text)}
            </section>`
  })
  .join('\n')}
            <section id="collected" aria-labelledby="collected-title" class="marked">
              <h2 id="collected-title">${annex.title}</h2>
              <p>${annex.lead}</p>
${SECTIONS.map(
  name => `              <div data-consent-section="${name}">
                <p>${annex[name]}</p>
              </div>`,
).join('\n')}
            </section>
          </article>
        </div>
      </div>`
}
