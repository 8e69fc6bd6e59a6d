// Whatever can be used must have a name to be read out.
() => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, canvas")]
    .filter((e) => !(e.innerText?.trim() || e.getAttribute("aria-label") || e.labels?.length || e.title)).map((e) => e.outerHTML)
