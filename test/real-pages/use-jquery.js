import { COLLECT } from './collect.js'

/** Sets `window.library` to code that uses a version of jQuery as pages do. */
export const useJquery = $ => {
  Object.assign(window, { $, jQuery: $ })

  window.library = {
    /** Adds nodes, handles a delegated click, and loads a part of the page. */
    async use(root) {
      const clicks = []
      $(root).append('<ul><li class="one">1</li></ul>', $('<p>', { text: 'two' }))
      $(document).on('click', '#app .one', event => clicks.push(event.target.className))
      $('.one').trigger('click').clone().insertAfter('.one').attr('data-x', '1').wrap('<b>')
      const part = await $.get('/part')
      $(root).append($.parseHTML(part))
      return [root.innerHTML, clicks, $('#app').find('li').length]
    },
    reach(name) {
      $.getScript('https://www.googletagmanager.com/gtag/js?id=G-TEST123')
      $.get(COLLECT, { v: 2, en: name })
    },
  }
}
