// Text must stand out from what is behind it by 4.5 to 1 (WCAG 2.2, 1.4.3).
() => {
    const shade = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
    const over = (colours) => { pen.clearRect(0, 0, 1, 1); for (const c of colours) { pen.fillStyle = c; pen.fillRect(0, 0, 1, 1); }
        return [...pen.getImageData(0, 0, 1, 1).data]; };
    const faint = [];
    for (const e of document.querySelectorAll("main *, header *")) {
        if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility() || e.closest("kbd, option, svg")) continue;
        const behind = [];
        for (let b = e; b; b = b.parentElement) behind.unshift(getComputedStyle(b).backgroundColor);
        const ground = over(behind), ink = over([...behind, getComputedStyle(e).color]);
        const [a, b] = [shade(ground), shade(ink)].sort((x, y) => y - x);
        if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(`${e.className || e.tagName}: ${e.innerText.slice(0, 30)} ${ink} on ${ground}`);
    }
    return [...new Set(faint)];
}
