//! What a Rust file names, read from its tokens: comments and strings do not count.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What a file names outside its tests.
#[derive(Default)]
pub(crate) struct Source {
    /// Every path of two and more names, `use` groups spelled out, `super` and `self` resolved.
    pub(crate) paths: Vec<Vec<String>>,
    /// Every macro that is called.
    pub(crate) macros: Vec<String>,
    /// Every method and field that is asked for.
    pub(crate) members: Vec<String>,
    /// Modules in files of their own that exist for tests only.
    pub(crate) test_modules: Vec<String>,
}

impl Source {
    /// Reads the text of the module at `module`, such as `["model", "slot"]`.
    ///
    /// What stands under `#[cfg(test)]` is left out: a test may look at its module through others.
    pub(crate) fn read(module: &[String], text: &str) -> Self {
        let mut source = Self::default();
        let tokens = text.parse().expect("what compiles has tokens");
        source.walk(tokens, module);
        source
    }

    fn walk(&mut self, stream: TokenStream, module: &[String]) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = match &tokens[at] {
                TokenTree::Punct(hash) if hash.as_char() == '#' && is_test_only(&tokens[at..]) => {
                    self.skip_item(&tokens, at + 2)
                }
                TokenTree::Ident(name) if name == "mod" => self.inline_module(&tokens, at, module),
                TokenTree::Ident(_) => {
                    if at > 0 && is(&tokens[at - 1], '.') {
                        self.members.push(tokens[at].to_string());
                    }
                    self.path(&tokens, at, &[], module)
                }
                TokenTree::Group(group) => {
                    self.walk(group.stream(), module);
                    at + 1
                }
                _ => at + 1,
            };
        }
    }

    /// Steps over an item, that is to its body or its semicolon.
    fn skip_item(&mut self, tokens: &[TokenTree], from: usize) -> usize {
        let mut at = from;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => break,
                TokenTree::Punct(end) if end.as_char() == ';' => {
                    if at >= 2 && tokens[at - 2].to_string() == "mod" {
                        self.test_modules.push(tokens[at - 1].to_string());
                    }
                    break;
                }
                _ => at += 1,
            }
        }
        at + 1
    }

    /// Goes into `mod name { … }`, where `super` means one step less.
    fn inline_module(&mut self, tokens: &[TokenTree], at: usize, module: &[String]) -> usize {
        if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) =
            (tokens.get(at + 1), tokens.get(at + 2))
        {
            let inner = [module, &[name.to_string()]].concat();
            self.walk(body.stream(), &inner);
            at + 3
        } else {
            at + 1
        }
    }

    /// Reads a path from its first name on and returns the place behind it.
    fn path(
        &mut self,
        tokens: &[TokenTree],
        from: usize,
        prefix: &[String],
        module: &[String],
    ) -> usize {
        let mut names = prefix.to_vec();
        let mut at = from;
        loop {
            match tokens.get(at) {
                Some(TokenTree::Ident(name)) => names.push(name.to_string()),
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    self.use_group(group.stream(), &names, module);
                    return at + 1;
                }
                _ => break,
            }
            at += 1;
            let separator = tokens.get(at..at + 2);
            if !separator.is_some_and(|pair| is(&pair[0], ':') && is(&pair[1], ':')) {
                break;
            }
            at += 2;
        }
        let called = tokens.get(at).is_some_and(|next| is(next, '!'))
            && !tokens.get(at + 1).is_some_and(|next| is(next, '='));
        if called {
            self.macros.extend(names.last().cloned());
        }
        self.push(&names, module);
        at
    }

    /// Reads `{a, b::c, d::{e, f}}` behind `names`.
    fn use_group(&mut self, group: TokenStream, names: &[String], module: &[String]) {
        let tokens: Vec<TokenTree> = group.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            if matches!(tokens[at], TokenTree::Ident(_)) {
                at = self.path(&tokens, at, names, module);
                // `as other` names nothing new.
                while at < tokens.len() && !is(&tokens[at], ',') {
                    at += 1;
                }
            } else {
                if is(&tokens[at], '*') {
                    self.push(names, module);
                }
                at += 1;
            }
        }
    }

    fn push(&mut self, names: &[String], module: &[String]) {
        if names.len() < 2 {
            return;
        }
        let up = names.iter().take_while(|name| *name == "super").count();
        let here = usize::from(names[0] == "self");
        let path = if up + here == 0 {
            names.to_vec()
        } else {
            let base = &module[..module.len().saturating_sub(up)];
            [&["crate".to_owned()], base, &names[up + here..]].concat()
        };
        self.paths.push(path);
    }
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// The tokens without the items that exist for tests only.
pub(super) fn without_tests(stream: TokenStream) -> Vec<TokenTree> {
    let mut rest: Vec<TokenTree> = stream.into_iter().collect();
    let mut kept = Vec::new();
    while !rest.is_empty() {
        if is(&rest[0], '#') && is_test_only(&rest) {
            let ends = |token: &TokenTree| match token {
                TokenTree::Group(body) => body.delimiter() == Delimiter::Brace,
                token => is(token, ';'),
            };
            let end = rest.iter().position(ends).map_or(rest.len(), |at| at + 1);
            rest.drain(..end);
        } else {
            kept.push(rest.remove(0));
        }
    }
    kept
}

/// Whether these tokens begin with `#[cfg(test)]` or `#[cfg(all(test, …))]`.
fn is_test_only(tokens: &[TokenTree]) -> bool {
    let Some(TokenTree::Group(attribute)) = tokens.get(1) else {
        return false;
    };
    let text: String = attribute.stream().to_string().split_whitespace().collect();
    text == "cfg(test)" || text.starts_with("cfg(all(test,")
}
