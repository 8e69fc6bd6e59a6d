// Select words of the article as a mouse would; returns where they stand.
(words) => {
    const text = document.getElementById("text");
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes = []; while (walker.nextNode()) nodes.push(walker.currentNode);
    const start = text.textContent.indexOf(words);
    const at = (offset) => { for (const node of nodes) { if (offset <= node.length) return [node, offset]; offset -= node.length; } };
    const range = document.createRange();
    range.setStart(...at(start)); range.setEnd(...at(start + words.length));
    getSelection().removeAllRanges(); getSelection().addRange(range);
    text.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
    return start;
}
