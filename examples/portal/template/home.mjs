// @ts-check
import { ticks } from './parts.mjs'

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

/** @param {string} text A figure with its plus or minus sign. */
const directionOf = text => (text.startsWith('+') ? 'up' : 'down')

/**
 * Returns the contents of the home page.
 *
 * @param {import('./layout.mjs').Words} words
 * @param {string} folder The folder of the language, such as `/ko/`.
 */
export const home = (
  { home: words },
  folder,
) => `<section class="hero" aria-labelledby="hero-title">
        <div class="wrap">
          <div class="hero-text">
            <p class="kicker">${words.hero.kicker}</p>
            <h1 id="hero-title">${words.hero.title}</h1>
            <p class="lead">${words.hero.lead}</p>
            <p class="actions">
              <a class="button button-light" href="${folder}pricing.html">${words.hero.pricing}</a>
              <a class="button button-line" href="#panel-title">${words.hero.watch}</a>
            </p>
            <ul class="ticks">
${ticks(words.hero.ticks)}
            </ul>
          </div>
          <div class="board" role="img" aria-label="${words.board.label}">
            <div class="board-head">
              <span>${words.board.title}</span>
              <span class="pill">${words.board.change}</span>
            </div>
            <div class="board-amount">${words.board.amount}</div>
            <svg class="chart" viewBox="0 0 480 181" aria-hidden="true">
              <path class="grid" d="M0 .5h480M0 60.5h480M0 120.5h480M0 180.5h480"/>
              <rect class="fill-1" x="16" y="118" width="48" height="62"/>
              <rect class="fill-2" x="16" y="72" width="48" height="44"/>
              <rect class="fill-3" x="16" y="40" width="48" height="30"/>
              <rect class="fill-1" x="96" y="112" width="48" height="68"/>
              <rect class="fill-2" x="96" y="62" width="48" height="48"/>
              <rect class="fill-3" x="96" y="26" width="48" height="34"/>
              <rect class="fill-1" x="176" y="106" width="48" height="74"/>
              <rect class="fill-2" x="176" y="58" width="48" height="46"/>
              <rect class="fill-3" x="176" y="18" width="48" height="38"/>
              <rect class="fill-1" x="256" y="110" width="48" height="70"/>
              <rect class="fill-2" x="256" y="58" width="48" height="50"/>
              <rect class="fill-3" x="256" y="16" width="48" height="40"/>
              <rect class="fill-1" x="336" y="116" width="48" height="64"/>
              <rect class="fill-2" x="336" y="70" width="48" height="44"/>
              <rect class="fill-3" x="336" y="32" width="48" height="36"/>
              <rect class="fill-1" x="416" y="124" width="48" height="56"/>
              <rect class="fill-2" x="416" y="82" width="48" height="40"/>
              <rect class="fill-3" x="416" y="50" width="48" height="30"/>
            </svg>
            <div class="months">
${words.board.months.map(month => `              <span>${month}</span>`).join('\n')}
            </div>
            <div class="legend">
              <span class="key-1">AWS</span>
              <span class="key-2">Azure</span>
              <span class="key-3">Google Cloud</span>
            </div>
            <div class="tiles">
              <div><span>${words.board.resources}</span><b>3,482</b></div>
              <div><span>${words.board.alerts}</span><b>4</b></div>
              <div><span>${words.board.budget}</span><b>71%</b></div>
            </div>
          </div>
        </div>
      </section>

      <section class="block" aria-labelledby="features-title">
        <div class="wrap">
          <div class="intro stack">
            <h2 id="features-title">${words.features.title}</h2>
            <p class="lead">${words.features.lead}</p>
          </div>
          <ul class="features">
${words.features.views
  .map(
    (view, at) => `            <li class="card">
              <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">${ICONS[at]}</svg>
              <p class="kicker">${view.name}</p>
              <h3>${view.title}</h3>
              <p>${view.text}</p>
            </li>`,
  )
  .join('\n')}
          </ul>
        </div>
      </section>

      <section class="block block-tint" aria-labelledby="follow-title">
        <div class="wrap split">
          <div class="stack">
            <p class="kicker">${words.follow.kicker}</p>
            <h2 id="follow-title">${words.follow.title}</h2>
            <p class="lead">${words.follow.lead}</p>
            <ul class="ticks ticks-list">
${ticks(words.follow.ticks)}
            </ul>
          </div>
          <div class="card changes" role="img" aria-label="${words.follow.label}">
            <div class="changes-head">${words.follow.changes}</div>
${CHANGES.map(
  ([cloud, length, figure], at) => `            <div class="change">
              <span class="change-name">${words.follow.projects[at]}</span>
              <span class="change-cloud">${cloud}</span>
              <svg class="change-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="fill-track" width="100" height="8"/>
                <rect class="fill-${directionOf(figure)}" width="${length}" height="8"/>
              </svg>
              <span class="change-value is-${directionOf(figure)}">${figure}</span>
            </div>`,
).join('\n')}
          </div>
        </div>
      </section>

      <section class="block" aria-labelledby="steps-title">
        <div class="wrap">
          <h2 id="steps-title">${words.steps.title}</h2>
          <ol class="steps">
${words.steps.list
  .map(
    ({ title, text }) => `            <li>
              <h3>${title}</h3>
              <p>${text}</p>
            </li>`,
  )
  .join('\n')}
          </ol>
        </div>
      </section>`
