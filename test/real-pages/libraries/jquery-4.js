import $ from 'jquery-4'
import { useJquery } from '../use-jquery.js'

useJquery($)
