//! From a method and an address to what is asked for.

use super::error::VaultError;
use super::path::SecretPath;
use hyper::Method;

/// What a request asks for.
///
/// `HEAD` peeks where `GET` reads: it is safe, and so must not use up a secret (RFC 9110, section 9.2.1).
#[derive(Debug)]
pub(super) enum Route {
    ListVaults,
    CreateVault,
    ShowVault { vault: String },
    DeleteVault { vault: String },
    ReadSecret { vault: String, path: SecretPath },
    PeekSecret { vault: String, path: SecretPath },
    PutSecret { vault: String, path: SecretPath },
    DeleteSecret { vault: String, path: SecretPath },
    ListAgents,
    CreateAgent,
    ShowAgent { agent: String },
    DeleteAgent { agent: String },
}

impl Route {
    pub(super) fn find(method: &Method, address: &str) -> Result<Self, VaultError> {
        let segments: Vec<&str> = address.split('/').skip(1).collect();
        let nowhere = || VaultError::RouteNotFound { path: address.to_owned() };
        match segments[..] {
            // An id is never empty, nor is what a slash at the end leaves.
            ["v1", _, "", ..] => Err(nowhere()),
            ["v1", "vaults"] => match *method {
                Method::GET | Method::HEAD => Ok(Self::ListVaults),
                Method::POST => Ok(Self::CreateVault),
                _ => Err(VaultError::MethodNotAllowed { allow: "GET, HEAD, POST".to_owned() }),
            },
            ["v1", "vaults", vault] => {
                let vault = vault.to_owned();
                match *method {
                    Method::GET | Method::HEAD => Ok(Self::ShowVault { vault }),
                    Method::DELETE => Ok(Self::DeleteVault { vault }),
                    _ => Err(VaultError::MethodNotAllowed { allow: "GET, HEAD, DELETE".to_owned() }),
                }
            }
            ["v1", "vaults", vault, "secrets", _, ..] => {
                let (vault, path) = (vault.to_owned(), secret_path(&segments[4..].join("/"))?);
                match *method {
                    Method::GET => Ok(Self::ReadSecret { vault, path }),
                    Method::HEAD => Ok(Self::PeekSecret { vault, path }),
                    Method::PUT => Ok(Self::PutSecret { vault, path }),
                    Method::DELETE => Ok(Self::DeleteSecret { vault, path }),
                    _ => Err(VaultError::MethodNotAllowed { allow: "GET, HEAD, PUT, DELETE".to_owned() }),
                }
            }
            ["v1", "agents"] => match *method {
                Method::GET | Method::HEAD => Ok(Self::ListAgents),
                Method::POST => Ok(Self::CreateAgent),
                _ => Err(VaultError::MethodNotAllowed { allow: "GET, HEAD, POST".to_owned() }),
            },
            ["v1", "agents", agent] => {
                let agent = agent.to_owned();
                match *method {
                    Method::GET | Method::HEAD => Ok(Self::ShowAgent { agent }),
                    Method::DELETE => Ok(Self::DeleteAgent { agent }),
                    _ => Err(VaultError::MethodNotAllowed { allow: "GET, HEAD, DELETE".to_owned() }),
                }
            }
            _ => Err(nowhere()),
        }
    }
}

fn secret_path(path: &str) -> Result<SecretPath, VaultError> {
    SecretPath::parse(path).map_err(|fault| VaultError::InvalidPath { path: path.to_owned(), fault })
}
