// @ts-check
import { lines, ticks } from './parts.mjs'

/** Returns the contents of the page with the prices. @param {import('./layout.mjs').Words} words */
export const pricing = ({
  pricing: words,
}) => `<section class="page-head" aria-labelledby="page-title">
        <div class="wrap stack">
          <p class="kicker">${words.kicker}</p>
          <h1 id="page-title">${words.heading}</h1>
          <p class="lead">${words.lead}</p>
        </div>
      </section>

      <div class="block">
        <div class="wrap">
          <ul class="plans">
${lines(
  words.plans.map((plan, at) => {
    const isMain = at === 1
    return `            <li class="card plan${isMain ? ' plan-main' : ''}">
              ${isMain ? `<p class="pill tiny">${words.flag}</p>` : ''}
              <h2>${plan.name}</h2>
              <p class="text">${plan.who}</p>
              <p class="plan-price">${plan.price}</p>
              <p class="plan-accounts">${plan.accounts}</p>
              ${ticks(plan.ticks, 'ticks-list')}
              <a class="button${isMain ? '' : ' button-quiet'}" href="mailto:hello@spaceone.example?subject=${encodeURIComponent(plan.name)}" aria-label="${plan.action}: ${plan.name}">${plan.action}</a>
            </li>`
  }),
)}
          </ul>
          <p class="small faint">${words.aside}</p>
        </div>
      </div>

      <section class="block block-line" aria-labelledby="questions-title">
        <div class="wrap narrow">
          <h2 id="questions-title">${words.questions.title}</h2>
          <div class="questions">
${lines(
  Object.entries(words.questions.list).map(
    ([question, answer], at) => `            <details${at === 0 ? ' open' : ''}>
              <summary>${question}</summary>
              <p class="text">${answer}</p>
            </details>`,
  ),
)}
          </div>
        </div>
      </section>`
