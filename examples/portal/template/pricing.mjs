// @ts-check
import { ticks } from './parts.mjs'

/** The names of the plans in mail subjects. The second plan is the main one. */
const SUBJECTS = ['Starter', 'Team', 'Enterprise']

/**
 * Returns the contents of the page with the prices.
 *
 * @param {import('./layout.mjs').Words} words
 */
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
${words.plans
  .map((plan, at) => {
    const isMain = at === 1
    return `            <li class="card plan${isMain ? ' plan-main' : ''}">
${isMain ? `              <p class="flag">${words.flag}</p>\n` : ''}              <h2>${plan.name}</h2>
              <p class="plan-who">${plan.who}</p>
              <p class="plan-price">${plan.price}</p>
              <p class="plan-accounts">${plan.accounts}</p>
              <ul class="ticks ticks-list">
${ticks(plan.ticks, ' '.repeat(16))}
              </ul>
              <a class="button${isMain ? '' : ' button-quiet'}" href="mailto:hello@spaceone.example?subject=${SUBJECTS[at]}" aria-label="${plan.action}: ${plan.name}">${plan.action}</a>
            </li>`
  })
  .join('\n')}
          </ul>
          <p class="aside">${words.aside}</p>
        </div>
      </div>

      <section class="block block-line" aria-labelledby="questions-title">
        <div class="wrap narrow">
          <h2 id="questions-title">${words.questions.title}</h2>
          <div class="questions">
${words.questions.list
  .map(
    ({ question, answer }, at) => `            <details${at === 0 ? ' open' : ''}>
              <summary>${question}</summary>
              <p>${answer}</p>
            </details>`,
  )
  .join('\n')}
          </div>
        </div>
      </section>`
