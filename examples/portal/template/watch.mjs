// @ts-check

/**
 * Returns the live panel, which `watch.js` fills.
 *
 * @param {import('../words/en.mjs').Words['watch']} words
 */
export const watch = words => `<section
        class="watch"
        aria-labelledby="watch-title"
        data-watch
        data-nothing="${words.nothing}"
        data-missing="${words.missing}"
        data-none="${words.none}"
        data-waiting="${words.waiting}"
        data-undecided="${words.undecided}"
        data-allowed="${words.allowed}"
        data-refused="${words.refused}"
        data-outdated="${words.outdated}"
        data-expired="${words.expired}"
        data-restricted="${words.restricted}"
        data-script="${words.script}"
        data-hit="${words.hit}"
      >
        <div class="wrap">
          <div class="intro stack">
            <p class="kicker">${words.live}</p>
            <h2 id="watch-title">${words.title}</h2>
            <p class="lead">${words.lead}</p>
          </div>
          <noscript><p class="watch-note">${words.noScript}</p></noscript>
          <div class="watch-cards">
            <div class="card watch-requests">
              <h3>${words.requests}</h3>
              <dl class="counts">
                <div>
                  <dt>${words.scripts}</dt>
                  <dd data-watch-scripts>–</dd>
                </div>
                <div>
                  <dt>${words.hits}</dt>
                  <dd data-watch-hits>–</dd>
                </div>
              </dl>
              <p class="watch-nothing" data-watch-nothing>${words.nothing}</p>
              <table data-watch-table hidden>
                <caption>${words.latest}</caption>
                <thead>
                  <tr>
                    <th scope="col">${words.time}</th>
                    <th scope="col">${words.kind}</th>
                    <th scope="col">${words.event}</th>
                    <th scope="col">gcs</th>
                  </tr>
                </thead>
                <tbody data-watch-requests></tbody>
              </table>
              <button class="button button-quiet" type="button" data-watch-clear>${words.clear}</button>
            </div>
            <div class="card watch-choice">
              <h3>${words.choice}</h3>
              <p class="choice" data-watch-choice>${words.waiting}</p>
            </div>
            <div class="card watch-cookies">
              <h3>${words.cookies}</h3>
              <ul data-watch-cookies>
                <li>${words.none}</li>
              </ul>
            </div>
          </div>
          <p class="watch-note">${words.note}</p>
        </div>
      </section>`
