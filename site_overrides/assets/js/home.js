// The field on the home page hands over to the site's search as soon as somebody is about to write in it.
(() => {
  const field = document.querySelector(".ask input")
  const search = document.querySelector("[data-md-component=search-query]")
  if (!field || !search) return
  field.addEventListener("focus", () => {
    search.value = field.value
    const toggle = document.getElementById("__search")
    if (!toggle.checked) toggle.click()
    search.focus()
  })
})()
