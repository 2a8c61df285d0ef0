//! Finds the route for the method and path of a request.

use super::error::VaultError;
use super::path::SecretPath;
use hyper::Method;

/// The operation that a request asks for.
///
/// `HEAD` is a safe method (RFC 9110, section 9.2.1), so it only peeks at a secret. `GET` counts as an access.
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
            // Ids are never empty, so `/v1/vaults/` is not the address of a vault.
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
