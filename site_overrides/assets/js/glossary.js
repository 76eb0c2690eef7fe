// The filter of an index: hides what does not fit, says how much is left, and keeps its state in the address.
(() => {
  const form = document.querySelector(".glossary .filter")
  if (!form) return
  const rows = [...document.querySelectorAll(".glossary li")].map(row => ({
    row,
    category: row.closest("section").dataset.c,
    words: `${row.textContent} ${row.dataset.f || ""}`.toLowerCase(),
    documents: (row.dataset.d || "").split(" "),
  }))
  const status = form.querySelector("[role=status]")
  const value = name => form.elements[name]?.value ?? ""

  const fits = ({ row, category, words, documents }) =>
    (!value("q") || value("q").toLowerCase().trim().split(/\s+/).every(word => words.includes(word))) &&
    (!value("c") || category === value("c")) &&
    (!value("l") || row.dataset.l === value("l")) &&
    (!value("b") || row.dataset.b === value("b")) &&
    (!value("d") || documents.includes(value("d"))) &&
    (!form.elements.x?.checked || "x" in row.dataset)

  const filter = () => {
    let left = 0
    for (const one of rows) {
      one.row.hidden = !fits(one)
      left += !one.row.hidden
    }
    for (const section of document.querySelectorAll(".glossary section"))
      section.hidden = !section.querySelector("li:not([hidden])")
    status.textContent = left ? `${left} 条` : `没有找到${value("q") && `“${value("q")}”`}。去掉一个条件再试`
  }

  const remember = () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, chosen]) => chosen))
    history.replaceState(null, "", query.size ? `?${query}${location.hash}` : location.pathname + location.hash)
  }

  for (const [name, chosen] of new URLSearchParams(location.search)) {
    const field = form.elements[name]
    if (field?.type === "checkbox") field.checked = true
    else if (field) field.value = chosen
  }
  form.hidden = false
  form.addEventListener("input", () => { filter(); remember() })
  form.addEventListener("submit", event => event.preventDefault())
  filter()
})()
