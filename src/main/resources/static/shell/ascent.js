/*
 * What pages gain with script; each of them works without. No state is kept here, the server renders everything.
 */
(() => {
    "use strict";

    const icons = document.currentScript.src.replace(/ascent\.js.*$/, "icons.svg");

    document.addEventListener("htmx:configRequest", event => {
        const csrf = document.querySelector("meta[name=csrf]");
        if (csrf) {
            event.detail.headers[csrf.dataset.header] = csrf.content;
        }
    });

    /* ---- eyes: show a masked value while it is typed ---- */
    const prepareEyes = root => {
        for (const eye of root.querySelectorAll(".eye[hidden]")) {
            eye.hidden = false;
            mask(eye, true);
        }
    };

    const mask = (eye, masked) => {
        document.getElementById(eye.getAttribute("aria-controls")).type = masked ? "password" : "text";
        eye.setAttribute("aria-label", masked ? eye.dataset.show : eye.dataset.hide);
        eye.querySelector("use").setAttribute("href", icons + (masked ? "#eye" : "#eye-off"));
    };

    /* ---- menus close by Escape, by a press elsewhere, and when another one opens ---- */
    const closeMenus = except => {
        for (const menu of document.querySelectorAll("details.menu[open]")) {
            if (menu !== except) {
                menu.open = false;
            }
        }
    };

    /* ---- dialogs: the page behind a link, shown over this one ---- */
    const dialog = () => document.getElementById("dialog");

    const openDialog = async link => {
        const answer = await fetch(link.href, {headers: {"X-Requested-With": "fetch"}});
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const content = page.querySelector("[data-dialog-content]");
        if (!answer.ok || !content) {
            location.href = link.href;
            return;
        }
        dialog().replaceChildren(...content.childNodes);
        prepare(dialog());
        closeMenus();
        dialog().showModal();
    };

    /* ---- a word to type before a button works ---- */
    const checkWord = field => {
        field.form.querySelector("[data-needs-word]").disabled = field.value.trim() !== field.dataset.word;
    };

    /* ---- a form whose test belongs to the values that were tested ---- */
    const values = form => [...form.querySelectorAll("input:not([type=hidden])")].map(field => field.value).join("\u0000");

    let sent = null;
    let tested = null;

    const outdate = form => {
        const result = document.querySelector("[data-test-result]");
        if (!result || tested === null) {
            return;
        }
        const stale = tested !== values(form);
        result.classList.toggle("stale", stale);
        result.querySelector(".stale-note").hidden = !stale;
        const create = form.querySelector("[data-create]");
        const test = form.querySelector("[data-test]");
        if (result.dataset.testResult === "passed") {
            create.disabled = stale;
            create.classList.toggle("btn-primary", !stale);
            test.classList.toggle("btn-primary", stale);
        }
    };

    const fill = link => {
        for (const [name, value] of Object.entries(JSON.parse(link.dataset.fill))) {
            const field = document.getElementById(name);
            field.value = value;
            field.dispatchEvent(new Event("input", {bubbles: true}));
        }
    };

    /* ---- of two values for one field, the field shows the one that was chosen ---- */
    const choose = choice => {
        const field = choice.form.elements[choice.closest("[data-chooses]").dataset.chooses];
        if (field.type === "checkbox") {
            field.checked = choice.dataset.fills === "true";
        } else if (field.type !== "hidden") {
            field.value = choice.dataset.fills;
        }
    };

    /* ---- an empty field is told before anything is sent ---- */
    const complete = form => {
        let first = null;
        for (const field of form.querySelectorAll("[data-missing]")) {
            const missing = field.value.trim() === "";
            const problem = document.getElementById(field.id + "-error");
            field.toggleAttribute("aria-invalid", missing);
            if (missing) {
                field.setAttribute("aria-invalid", "true");
                first = first ?? field;
                problem.querySelector("span").textContent = field.dataset.missing;
            }
            problem.hidden = !missing;
        }
        first?.focus();
        return first === null;
    };

    /* ---- buttons may stand outside of the form they belong to ---- */
    const buttonsOf = form => [...form.elements].filter(each => each.matches("button:not([type=button])"));

    /* ---- while a form is sent its button says so, and cannot be pressed twice ---- */
    const busy = (form, button) => {
        for (const each of buttonsOf(form)) {
            each.setAttribute("aria-disabled", "true");
        }
        if (button?.dataset.busy) {
            button.dataset.rest = button.dataset.rest ?? button.innerHTML;
            const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
            icon.setAttribute("class", "icon spinner");
            icon.setAttribute("aria-hidden", "true");
            icon.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
            icon.firstChild.setAttribute("href", icons + "#loader-2");
            button.replaceChildren(icon, button.dataset.busy);
        }
    };

    const ready = form => {
        for (const each of buttonsOf(form)) {
            each.removeAttribute("aria-disabled");
            if (each.dataset.rest) {
                each.innerHTML = each.dataset.rest;
            }
        }
    };

    /* ---- a form that is left with changes asks, unless it is the one that is sent ---- */
    let leaving = null;

    const changed = field => {
        if (field.matches("select")) {
            const given = [...field.options].findLastIndex(option => option.defaultSelected);
            return field.selectedIndex !== Math.max(given, 0);
        }
        return field.matches("[type=checkbox], [type=radio]")
            ? field.checked !== field.defaultChecked
            : field.matches("input, textarea") && field.value !== field.defaultValue;
    };

    /* What the server sent back was not saved either. */
    const refused = form => form.querySelector("[aria-invalid=true]:not([data-word])") !== null
        || document.querySelector(".flash[role=alert]") !== null && form.querySelector(".form-control") !== null;

    const unsaved = () => [...document.forms].filter(form => form !== leaving
        && form.method === "post"
        && !form.matches("[data-keeps-nothing], dialog:not([open]) form")
        && (refused(form) || [...form.elements].some(field => !field.matches("[data-word]") && changed(field))));

    window.addEventListener("beforeunload", event => {
        if (unsaved().length > 0) {
            event.preventDefault();
            // Whoever stays can press everything again.
            setTimeout(() => {
                leaving = null;
                [...document.forms].forEach(ready);
            });
        }
    });

    /* ---- polling keeps what people opened, and tells the words that changed ---- */
    let opened = [];

    const announce = root => {
        const source = root.querySelector("[data-announce]");
        const region = document.getElementById("announcement");
        if (source && region && region.textContent !== source.dataset.announce) {
            region.textContent = source.dataset.announce;
        }
    };

    /* ---- tabs that do not fit go behind More; on a phone all of them are choices of a select ---- */
    const phone = matchMedia("(max-width: 767.98px)");

    const fit = tabs => {
        const more = tabs.querySelector(".menu");
        const select = tabs.querySelector("select");
        const behind = more.querySelector(".menu-panel");
        for (const tab of [...behind.children]) {
            tab.classList.remove("menu-item");
            more.before(tab);
        }
        const all = [...tabs.querySelectorAll("a")];
        more.hidden = true;
        select.hidden = !phone.matches;
        tabs.classList.add("fits");
        tabs.classList.toggle("chosen", phone.matches);
        select.replaceChildren(...all.map(tab => new Option(
            tab.textContent.trim().replace(/\s+/g, " "), tab.href, false, tab.ariaCurrent === "page")));
        while (!phone.matches && tabs.scrollWidth > tabs.clientWidth && all.length > 1) {
            const tab = all.pop();
            if (tab.ariaCurrent !== "page") {
                more.hidden = false;
                tab.classList.add("menu-item");
                behind.prepend(tab);
            }
        }
    };

    const fitTabs = () => document.querySelectorAll(".tabs:has(> select)").forEach(fit);
    addEventListener("resize", fitTabs);

    const prepare = root => {
        prepareEyes(root);
        fitTabs();
        for (const field of root.querySelectorAll("[data-word]")) {
            checkWord(field);
        }
        for (const button of root.querySelectorAll("[data-print][hidden]")) {
            button.hidden = false;
        }
        for (const select of root.querySelectorAll("[data-submits]")) {
            select.form.querySelector("[data-without-script]").hidden = true;
        }
    };

    document.addEventListener("click", event => {
        const target = event.target.closest("a, button, summary, dialog, tr[data-href]");
        if (!event.target.closest("details.menu")) {
            closeMenus();
        }
        if (!target) {
            return;
        }
        if (target.matches(".eye")) {
            mask(target, document.getElementById(target.getAttribute("aria-controls")).type === "text");
        } else if (target.matches("a[data-dialog]") && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            openDialog(target);
        } else if (target.matches("[data-close]") && dialog()?.contains(target)) {
            event.preventDefault();
            dialog().close();
        } else if (target.matches("a[data-fill]")) {
            event.preventDefault();
            fill(target);
        } else if (target.matches("[data-print]")) {
            print();
        } else if (target.matches("summary")) {
            closeMenus(target.parentElement);
        } else if (target.matches("tr[data-href]") && !getSelection().toString()) {
            location.href = target.dataset.href;
        }
    });

    document.addEventListener("keydown", event => {
        if (event.key === "Escape") {
            const menu = document.querySelector("details.menu[open]");
            if (menu) {
                menu.open = false;
                menu.querySelector("summary").focus();
            }
        }
    });

    document.addEventListener("input", event => {
        if (event.target.matches("[data-word]")) {
            checkWord(event.target);
        }
        const form = event.target.closest("[data-tested-form]");
        if (form) {
            outdate(form);
        }
    });

    /* What comes with one of some others alone does not come without all of them. */
    const untick = form => {
        for (const field of form?.querySelectorAll("[data-needs]") ?? []) {
            const without = field.dataset.needs.split(" ")
                .every(needed => !form.querySelector(`[name="${field.name}"][value="${needed}"]`)?.checked);
            field.checked &&= !without;
            field.closest("label").querySelector("[data-unticked]").hidden = !without;
        }
    };

    /* A date that is still being typed has a year of one digit, then two. */
    const isWhole = field => field.type !== "date" || field.value === "" || field.value >= "1900";

    document.addEventListener("change", event => {
        if (event.target.matches("[data-fills]")) {
            choose(event.target);
        }
        if (event.target.matches("[type=checkbox]")) {
            untick(event.target.form);
        }
        if (event.target.matches(".tabs > select")) {
            location.href = event.target.value;
        }
        if (event.target.matches("[data-submits]") && isWhole(event.target)) {
            event.target.form.requestSubmit();
        }
    });

    document.addEventListener("submit", event => {
        if (event.target.method !== "post") {
            return;
        }
        if (complete(event.target)) {
            leaving = event.target;
            busy(event.target, event.submitter);
        } else {
            event.preventDefault();
        }
    });

    window.addEventListener("pageshow", event => {
        if (event.persisted) {
            leaving = null;
            document.querySelectorAll("form").forEach(ready);
        }
    });

    document.addEventListener("htmx:beforeRequest", event => {
        const form = event.target.closest("form");
        if (form && !complete(form)) {
            event.preventDefault();
        } else if (form) {
            sent = form.matches("[data-tested-form]") ? values(form) : null;
            busy(form, event.detail.requestConfig.triggeringEvent?.submitter ?? event.target);
        }
    });

    document.addEventListener("htmx:afterRequest", event => {
        const form = event.target.closest("form");
        if (form) {
            ready(form);
        }
    });

    /* ---- a page that has news of its own waits for what is typed over it ---- */
    document.addEventListener("htmx:beforeOnLoad", event => {
        if (event.detail.xhr.getResponseHeader("HX-Refresh") && unsaved().length > 0) {
            event.preventDefault();
        }
    });

    /* ---- nobody should wait before a page that cannot follow any more ---- */
    for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
        document.addEventListener(failure, event => {
            const lost = event.target.id === "live" && document.getElementById("lost");
            if (lost) {
                lost.hidden = false;
            }
        });
    }

    document.addEventListener("htmx:beforeSwap", () => {
        opened = [...document.querySelectorAll("details[id][open]")].map(each => each.id);
    });

    document.addEventListener("htmx:afterSettle", event => {
        for (const id of opened) {
            document.getElementById(id)?.setAttribute("open", "");
        }
        const form = document.querySelector("[data-tested-form]");
        if (form && sent !== null) {
            tested = sent;
            sent = null;
            outdate(form);
        }
        prepare(document);
        announce(document);
    });

    /* ---- a timer counts on from what it had measured when the page was written ---- */
    const arrived = Date.now();

    const countOn = () => {
        const two = number => String(number % 60).padStart(2, "0");
        for (const elapsed of document.querySelectorAll("[data-elapsed]")) {
            const seconds = Math.max(0, Number(elapsed.dataset.elapsed) + Math.floor((Date.now() - arrived) / 1000));
            const minutes = Math.floor(seconds / 60);
            elapsed.textContent = `· ${Math.floor(minutes / 60)}:${two(minutes)}:${two(seconds)}`;
            elapsed.hidden = false;
        }
    };

    if (document.querySelector("[data-elapsed]")) {
        countOn();
        setInterval(countOn, 1000);
    }

    /* ---- whoever sets up is most likely in the zone of this browser ---- */
    const zone = document.querySelector("[data-guess-zone] select:not([aria-invalid])");
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone && [...zone.options].some(option => option.value === here)) {
        zone.value = here;
    }

    prepare(document);
    announce(document);
    const testedForm = document.querySelector("[data-tested-form]");
    if (testedForm && document.querySelector("[data-test-result]")) {
        tested = values(testedForm);
    }
})();
