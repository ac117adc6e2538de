import videojs from 'video.js'
import styles from 'video.js/dist/video-js.css'
import { collect } from '../collect.js'

window.library = {
  /** Creates a player with its controls. */
  use: root =>
    new Promise(resolve => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: styles }))
      root.innerHTML = '<video class="video-js"></video>'
      const player = videojs(root.firstElementChild, { controls: true, width: 320 })
      player.ready(() =>
        resolve([
          player.hasClass('vjs-controls-enabled'),
          root.querySelectorAll('.vjs-control-bar button').length,
        ]),
      )
    }),
  reach: name => videojs.xhr({ uri: collect(name) }, () => {}),
}
