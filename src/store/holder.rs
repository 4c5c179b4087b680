//! Who holds something: the account, its name, the machine, the process, and since when.

use std::{
    env,
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use chrono::{DateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};

use super::platform;

/// The accounts of a Unix machine.
const PASSWD: &str = "/etc/passwd";
/// A holder's line is short; more is not ours.
const LIMIT: u64 = 1024;
/// The accounts of this machine and of its directory, with their names, are small on any of them.
const NAMES_LIMIT: u64 = 1 << 20;
/// The longest name that is taken over.
const LONGEST_NAME: usize = 80;

/// Who holds a lock, or has a visit open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Holder {
    /// The account.
    pub user: String,
    /// The name of the person, where it is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The machine.
    pub host: String,
    /// The process on that machine.
    pub process: u32,
    /// Since when.
    pub since: DateTime<Utc>,
}

impl Holder {
    /// This process, from now on.
    pub(super) fn me() -> Self {
        let user = ["USER", "LOGNAME", "USERNAME"]
            .into_iter()
            .find_map(|name| env::var(name).ok())
            .unwrap_or_default();
        Self {
            user,
            name: String::new(),
            host: platform::host(),
            process: std::process::id(),
            since: Utc::now().trunc_subsecs(0),
        }
    }

    /// The same with the person's name: the one that the machine has for the account, else the one
    /// that they gave to git.
    pub(super) fn named(mut self) -> Self {
        self.name = name_of(&self.user)
            .or_else(name_for_git)
            .unwrap_or_default();
        self
    }

    /// The account of this number, of which nothing else is known but since when.
    pub(super) fn account(number: Option<u32>, since: DateTime<Utc>) -> Self {
        let accounts = text(Path::new(PASSWD)).unwrap_or_default();
        let number = number.map(|number| number.to_string());
        let own = number.and_then(|number| {
            let mut accounts = accounts.lines().map(Account::of);
            accounts.find(|account| account.number == number)
        });
        Self {
            user: own
                .as_ref()
                .map_or_else(String::new, |own| own.login.into()),
            name: own.and_then(|own| own.name()).unwrap_or_default(),
            since,
            ..Self::default()
        }
    }

    /// What a file says of its holder, from its beginning.
    pub(super) fn read(file: &File) -> Option<Self> {
        let mut text = String::new();
        file.take(LIMIT).read_to_string(&mut text).ok()?;
        ron::from_str(&text).ok()
    }

    /// What to call them: by name, else by account, else by machine; nothing where all that is
    /// unknown.
    pub fn called(&self) -> &str {
        let known = [&self.name, &self.user, &self.host];
        let known = known.into_iter().find(|own| !own.trim().is_empty());
        known.map_or("", |own| own.trim())
    }

    /// Whether it is a process of this machine.
    pub(super) fn is_here(&self) -> bool {
        self.host == platform::host()
    }

    /// Whether it is this process.
    pub(super) fn is_me(&self) -> bool {
        self.process == std::process::id() && self.is_here()
    }
}

/// One line of the machine's list of accounts.
struct Account<'a> {
    login: &'a str,
    number: &'a str,
    about: &'a str,
}

impl<'a> Account<'a> {
    fn of(line: &'a str) -> Self {
        let mut fields = line.split(':');
        let login = fields.next().unwrap_or_default();
        let number = fields.nth(1).unwrap_or_default();
        let about = fields.nth(1).unwrap_or_default();
        Self {
            login,
            number,
            about,
        }
    }

    /// The person's name; telephone and room after it are not.
    fn name(&self) -> Option<String> {
        let name = self.about.split(',').next().unwrap_or_default().trim();
        fitting(&name.replace('&', self.login)).filter(|name| name != self.login)
    }
}

fn name_of(user: &str) -> Option<String> {
    let accounts = text(Path::new(PASSWD))?;
    let mut accounts = accounts.lines().map(Account::of);
    let own = accounts.find(|account| !user.is_empty() && account.login == user);
    own?.name()
}

fn name_for_git() -> Option<String> {
    let home = env::var_os("HOME").map(PathBuf::from)?;
    let config = env::var_os("XDG_CONFIG_HOME").map_or_else(|| home.join(".config"), PathBuf::from);
    [home.join(".gitconfig"), config.join("git/config")]
        .into_iter()
        .filter_map(|path| text(&path))
        .find_map(|text| name_in_git(&text))
}

/// `name` in the section `[user]` of a configuration of git.
fn name_in_git(config: &str) -> Option<String> {
    let mut is_user = false;
    let mut found = None;
    for line in config.lines().map(str::trim) {
        if line.starts_with('[') {
            is_user = line.eq_ignore_ascii_case("[user]");
        } else if is_user
            && let Some((key, value)) = line.split_once('=')
            && key.trim().eq_ignore_ascii_case("name")
        {
            // The last one counts, as in git.
            found = fitting(value.trim().trim_matches('"'));
        }
    }
    found
}

/// A name that can be shown in a line.
fn fitting(name: &str) -> Option<String> {
    let name: String = name
        .chars()
        .filter(|sign| !sign.is_control())
        .take(LONGEST_NAME)
        .collect();
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

fn text(path: &Path) -> Option<String> {
    let file = platform::open_at_once(path).ok()?;
    let mut text = String::new();
    file.take(NAMES_LIMIT).read_to_string(&mut text).ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_the_name_of_its_person() {
        for (line, login, name) in [
            (
                "jweiss:x:1000:1000:Jana Weiß,R 12,0211:/:/bin/sh",
                "jweiss",
                Some("Jana Weiß"),
            ),
            ("root:x:0:0:root:/:/bin/sh", "root", None),
            ("meier:x:1001:1001::/:/bin/sh", "meier", None),
            (
                "meier:x:1001:1001:Klaus &:/:/",
                "meier",
                Some("Klaus meier"),
            ),
            ("meier", "meier", None),
            ("", "", None),
        ] {
            let account = Account::of(line);
            assert_eq!(account.login, login, "{line}");
            assert_eq!(account.name().as_deref(), name, "{line}");
        }
    }

    #[test]
    fn git_knows_a_name_in_its_section_only() {
        for (config, name) in [
            (
                "[user]\n\tname = Jana Weiß\n\temail = x@y\n",
                Some("Jana Weiß"),
            ),
            ("[USER]\nName=\"J. Weiß\"", Some("J. Weiß")),
            (
                "[user]\nname = A\n[core]\nname = B\n[user]\nname = C",
                Some("C"),
            ),
            ("[alias]\nname = B", None),
            ("[user]\nname =", None),
            ("", None),
        ] {
            assert_eq!(name_in_git(config).as_deref(), name, "{config}");
        }
    }

    #[test]
    fn somebody_is_called_by_the_best_that_is_known() {
        let holder = |name: &str, user: &str, host: &str| Holder {
            name: name.into(),
            user: user.into(),
            host: host.into(),
            ..Holder::default()
        };
        for (holder, called) in [
            (holder("Jana Weiß", "jweiss", "pc7"), "Jana Weiß"),
            (holder("", "jweiss", "pc7"), "jweiss"),
            (holder(" ", "", "pc7"), "pc7"),
            (holder("", "", ""), ""),
        ] {
            assert_eq!(holder.called(), called);
        }
        assert!(Holder::me().is_me());
    }
}
