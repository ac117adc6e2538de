// @ts-check
import { lines, ticks } from './parts.mjs'

/** The icons of the four views of the product, in the order of their texts. */
const ICONS = [
  '<path d="M4 20V10m5.3 10V4m5.4 16v-7M20 20V8"/>',
  '<path d="m12 3 8 4.5v9L12 21l-8-4.5v-9z"/><path d="m4 7.5 8 4.5 8-4.5M12 12v9"/>',
  '<path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4"/>',
  '<rect x="3.5" y="4" width="17" height="16" rx="2"/><path d="M3.5 10h17M10 10v10"/>',
]

/** The examples of changed costs: the cloud, the length of the bar in per cent, and the change. */
const CHANGES = /** @type {const} */ ([
  ['AWS', 72, '+18%'],
  ['Google Cloud', 36, '−9%'],
  ['AWS', 16, '+4%'],
  ['Azure', 88, '−22%'],
])

/**
 * Returns the contents of the home page. `folder` is that of the language, such as `/ko/`.
 *
 * @param {import('./layout.mjs').Words} words @param {string} folder
 */
export const home = (
  { home: words },
  folder,
) => `<section class="hero" aria-labelledby="hero-title">
        <div class="wrap columns">
          <div class="stack">
            <p class="kicker">${words.hero.kicker}</p>
            <h1 id="hero-title">${words.hero.title}</h1>
            <p class="lead">${words.hero.lead}</p>
            <p class="row actions">
              <a class="button button-light" href="${folder}pricing.html">${words.hero.pricing}</a>
              <a class="button button-quiet" href="#panel-title">${words.hero.watch}</a>
            </p>
            ${ticks(words.hero.ticks, 'row small')}
          </div>
          <img class="board" src="/costs.svg" width="440" height="330" alt="">
        </div>
      </section>

      <section class="block" aria-labelledby="features-title">
        <div class="wrap">
          <div class="intro stack">
            <h2 id="features-title">${words.features.title}</h2>
            <p class="lead">${words.features.lead}</p>
          </div>
          <ul class="columns features">
${lines(
  Object.entries(words.features.views).map(
    ([title, text], at) => `            <li class="card">
              <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">${ICONS[at]}</svg>
              <p class="kicker">${words.features.names[at]}</p>
              <h3>${title}</h3>
              <p class="text">${text}</p>
            </li>`,
  ),
)}
          </ul>
        </div>
      </section>

      <section class="block block-tint" aria-labelledby="follow-title">
        <div class="wrap columns split">
          <div class="stack">
            <p class="kicker">${words.follow.kicker}</p>
            <h2 id="follow-title">${words.follow.title}</h2>
            <p class="lead">${words.follow.lead}</p>
            ${ticks(words.follow.ticks, 'ticks-list')}
          </div>
          <div class="card" role="img" aria-label="${words.follow.label}">
            <b>${words.follow.changes}</b>
${lines(
  CHANGES.map(([cloud, length, figure], at) => {
    const isUp = figure.startsWith('+')
    return `            <div class="change">
              <span>${words.follow.projects[at]}</span>
              <b${isUp ? ' class="is-up"' : ''}>${figure}</b>
              <small class="tiny faint">${cloud}</small>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width="${length}" height="8"/>
              </svg>
            </div>`
  }),
)}
          </div>
        </div>
      </section>

      <section class="block" aria-labelledby="steps-title">
        <div class="wrap">
          <h2 id="steps-title">${words.steps.title}</h2>
          <ol class="columns steps">
${lines(
  Object.entries(words.steps.list).map(
    ([title, text]) => `            <li>
              <h3>${title}</h3>
              <p class="text">${text}</p>
            </li>`,
  ),
)}
          </ol>
        </div>
      </section>`
