// @ts-check

/**
 * Returns the HTML of a table whose empty body `demonstration/panel.js` fills.
 *
 * @param {string} name
 * @param {string} caption
 * @param {readonly string[]} columns
 */
const table = (name, caption, columns) => `<table class="panel-${name}" data-panel-${name} hidden>
                <caption>${caption}</caption>
                <thead>
                  <tr>
${columns.map(column => `                    <th scope="col">${column}</th>`).join('\n')}
                  </tr>
                </thead>
                <tbody></tbody>
              </table>`

/**
 * Returns the HTML of the panel near the end of each page. `demonstration/panel.js` fills the panel
 * with what this tab has requested and stored.
 *
 * @param {import('./layout.mjs').Words['panel']} words
 */
export const panel = words => `<section class="panel" aria-labelledby="panel-title" data-panel>
        <div class="wrap">
          <div class="intro stack">
            <p class="kicker">${words.live}</p>
            <h2 id="panel-title">${words.title}</h2>
            <p class="lead">${words.lead}</p>
          </div>
          <noscript><p class="panel-note">${words.noScript}</p></noscript>
          <p class="panel-note" data-panel-missing hidden>${words.missing}</p>
          <div class="panel-columns">
            <div>
              <div class="card">
                <h3>${words.requests}</h3>
                <dl class="counts">
                  <div>
                    <dt>${words.scripts}</dt>
                    <dd data-panel-scripts>–</dd>
                  </div>
                  <div>
                    <dt>${words.hits}</dt>
                    <dd data-panel-hits>–</dd>
                  </div>
                </dl>
                <p class="panel-nothing" data-panel-nothing>${words.nothing}</p>
                ${table('requests', words.latest, [words.time, words.kind, words.event, 'gcs'])}
              </div>
              <div class="card">
                <h3>${words.blocked}</h3>
                <p class="panel-nothing" data-panel-unblocked>${words.nothingBlocked}</p>
                <p class="panel-nothing" data-panel-no-ledger hidden>${words.noLedger}</p>
                ${table('blocked', words.latestBlocked, [words.what, words.by, words.rule, words.needs])}
                <button class="button button-quiet" type="button" data-panel-try>${words.tryGoogle}</button>
                <p class="panel-note">${words.aboutTry}</p>
              </div>
              <div class="card">
                <h3>${words.timeLine}</h3>
                <ol class="time-line" data-panel-time-line></ol>
              </div>
            </div>
            <div>
              <div class="card">
                <h3>${words.cookies}</h3>
                <ul class="panel-cookies" data-panel-cookies></ul>
              </div>
              <div class="card">
                <h3>${words.record}</h3>
                <p class="choice" data-panel-choice>${words.waiting}</p>
                <dl class="record" data-panel-record></dl>
              </div>
            </div>
          </div>
          <p class="panel-note">${words.note}</p>
          <button class="button button-quiet" type="button" data-panel-restart>${words.restart}</button>
        </div>
      </section>`
