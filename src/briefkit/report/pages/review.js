/* The report without this is whole; this filters it, walks from one open sentence to the next, and sorts the briefs. */
(() => {
  'use strict'
  const byId = name => document.getElementById(name)
  const all = (query, inside = document) => [...inside.querySelectorAll(query)]
  const body = document.body
  const query = byId('q')
  const chosen = ['status', 'kind', 'section', 'rule', 'severity'].map(name => byId('f-' + name))
  const [status, kind, section, rule, severity] = chosen
  const help = byId('help')

  const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const records = all('.s').map((element, index) => ({
    element,
    index,
    group: element.closest('.block'),
    part: element.closest('.part'),
    open: element.classList.contains('open'),
    status: element.dataset.s,
    kind: element.dataset.k,
    section: element.dataset.p,
    rules: element.dataset.r.split(' '),
    severities: element.dataset.v.split(' '),
    text: null,
    shown: true
  }))
  const points = all('.point').map(element => ({
    element,
    rules: [element.dataset.rules],
    severities: [element.dataset.severities],
    text: null,
    shown: true
  }))

  /* --- filters --- */

  const read = record => (record.text ??= fold(record.element.textContent))
  const holds = (record, words) => words.every(word => read(record).includes(word))
  const fits = (record, words) =>
    (!status.value || (status.value === 'open' ? record.open : record.status === status.value)) &&
    (!kind.value || record.kind === kind.value) &&
    (!section.value || record.section === section.value ||
      (section.value.endsWith('-') && record.section.startsWith(section.value))) &&
    tells(record, words)
  const tells = (record, words) =>
    (!rule.value || record.rules.includes(rule.value)) &&
    (!severity.value || record.severities.includes(severity.value)) &&
    holds(record, words)

  const show = (record, shown) => {
    if (record.shown === shown) return
    record.shown = shown
    record.element.classList.toggle('out', !shown)
  }
  const emptied = (holders, kept) => holders.forEach(holder => holder.classList.toggle('out', !kept.has(holder)))
  const groups = new Set(all('.draft .block'))
  const parts = new Set(all('.draft .part'))
  let filtering = false

  const filter = () => {
    const words = fold(query.value).split(/\s+/).filter(Boolean)
    const wanted = words.length > 0 || chosen.some(choice => choice.value)
    const keptGroups = new Set()
    const keptParts = new Set()
    const counted = records.length + (records.length === 1 ? ' sentence' : ' sentences')
    let number = 0
    for (const record of records) {
      const fit = fits(record, words)
      if (fit) {
        number += 1
        keptGroups.add(record.group)
        keptParts.add(record.part)
      }
      show(record, fit)
    }
    for (const point of points) show(point, tells(point, words))
    if (wanted || filtering) {
      emptied(groups, wanted ? keptGroups : groups)
      emptied(parts, wanted ? keptParts : parts)
    }
    filtering = wanted
    body.classList.toggle('filtering', wanted)
    byId('shown').textContent = wanted
      ? number + ' of ' + counted
      : counted + ', ' + records.filter(record => record.open).length + ' open'
  }
  const clear = () => {
    query.value = ''
    chosen.forEach(choice => { choice.value = '' })
    filter()
  }

  /* --- from one open sentence to the next --- */

  const place = element => {
    const link = element.querySelector('.n')
    body.classList.remove('quiet')
    element.scrollIntoView({ block: 'center' })
    link.focus({ preventScroll: true, focusVisible: true })
    try { history.replaceState(null, '', '#' + element.id) } catch { /* some browsers do not for files */ }
  }
  const walk = step => {
    const open = records.filter(record => record.open && record.shown)
    if (!open.length) {
      byId('shown').textContent = 'No sentence is open.'
      return
    }
    const here = document.activeElement?.closest('.s')
    const at = here ? records.findIndex(record => record.element === here) : -1
    const later = open.filter(record => record.index > at)
    const earlier = open.filter(record => at >= 0 && record.index < at)
    const next = step > 0 ? later[0] ?? open[0] : earlier.at(-1) ?? open.at(-1)
    place(next.element)
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      if (document.activeElement === query && query.value) clear()
      else body.classList.add('quiet')
      return
    }
    const typing = event.target.closest?.('input, select, textarea, dialog')
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !byId('keys-on').checked) return
    const act = {
      n: () => walk(1), j: () => walk(1), p: () => walk(-1), k: () => walk(-1),
      '/': () => { query.focus(); query.select() },
      '?': () => help.showModal()
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
  for (const name of ['pointermove', 'focusin']) {
    document.addEventListener(name, () => {
      if (body.classList.contains('quiet')) body.classList.remove('quiet')
    }, { passive: true })
  }
  const leave = () => {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)))
    if (target && target.closest('.out')) clear()
  }
  addEventListener('hashchange', () => {
    leave()
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)))
    target?.scrollIntoView({ block: target.classList.contains('s') ? 'center' : 'start' })
  })

  /* --- the briefs in another order --- */

  for (const table of all('table.sortable')) {
    all('thead th', table).forEach((head, column) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.append(...head.childNodes)
      head.append(button)
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending'
        all('thead th', table).forEach(other => other.removeAttribute('aria-sort'))
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
        const value = row => row.children[column].dataset.value
        const order = column
          ? (one, other) => value(one) - value(other)
          : (one, other) => value(one).localeCompare(value(other))
        const rows = all('tbody tr', table).sort((one, other) => (down ? -1 : 1) * order(one, other))
        table.tBodies[0].append(...rows)
      })
    })
  }

  body.classList.add('live')
  byId('rail').querySelector('details').open = !matchMedia('(max-width: 40rem)').matches
  byId('rail').hidden = false
  byId('rail').addEventListener('submit', event => event.preventDefault())
  query.addEventListener('input', filter)
  chosen.forEach(choice => choice.addEventListener('change', filter))
  byId('clear').addEventListener('click', clear)
  byId('next').addEventListener('click', () => walk(1))
  byId('previous').addEventListener('click', () => walk(-1))
  byId('keys').addEventListener('click', () => help.showModal())
  byId('close').addEventListener('click', () => help.close())
  filter()
  const ahead = (at = 0) => {  /* so that the first letter of a search need not wait for all that is read */
    records.slice(at, at + 500).forEach(read)
    if (at + 500 < records.length) setTimeout(ahead, 0, at + 500)
  }
  setTimeout(ahead, 0)
  if (location.hash) byId(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ block: 'center' })
})()
